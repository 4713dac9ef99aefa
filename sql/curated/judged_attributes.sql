-- The attributes of customers, and why one is impossible where it is. They get
-- snake_case names, whatever the profile gives.
CREATE TEMPORARY VIEW named_attributes AS
SELECT
  c.*,
  REGEXP_REPLACE(LOWER(a.entry_name), '[^a-z0-9]+', '_') AS attribute,
  a.entry_text,
  PARSE_AMOUNT(a.entry_text) AS entry_number
FROM latest_customers c
CROSS JOIN LATERAL TABLE(JSON_ENTRIES(c.attributes))
  AS a(entry_name, entry_text);

CREATE TEMPORARY VIEW judged_attributes AS
SELECT
  a.*,
  CASE
    WHEN l.attribute_pattern IS NULL THEN CAST(NULL AS STRING)
    WHEN a.entry_number IS NULL THEN a.attribute || ' is not a number'
    WHEN a.entry_number < l.lowest OR a.entry_number > l.highest
      THEN a.attribute || ' is outside ' || CAST(l.lowest AS STRING)
        || ' to ' || CAST(l.highest AS STRING)
  END AS reason
FROM named_attributes a
LEFT JOIN attribute_limits l
  ON a.attribute LIKE l.attribute_pattern ESCAPE '|';
