-- The attributes of customers under snake_case names, whatever the profile
-- gives.
SELECT
  c.*,
  REGEXP_REPLACE(LOWER(a.entry_name), '[^a-z0-9]+', '_') AS attribute,
  a.entry_text,
  PARSE_AMOUNT(a.entry_text) AS entry_number
FROM latest_customers AS c
CROSS JOIN LATERAL TABLE(JSON_ENTRIES(c.attributes))
  AS a(entry_name, entry_text);
