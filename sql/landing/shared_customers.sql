-- How many customers each corrected delivery shares with each other file; and
-- how many each file has, which it shares with itself.
WITH
held AS (
  SELECT DISTINCT
    line_id / 100000000000 AS file_number,
    LINE_HASH(customer_id) AS line_key
  FROM landing.customers
  WHERE line_id / 100000000000 IN (${files})
    AND problem IS NULL
    AND customer_id IS NOT NULL
)
SELECT
  a.file_number,
  b.file_number AS other_number,
  COUNT(*) AS shared_keys
FROM held AS a
JOIN held AS b
  ON b.line_key = a.line_key
WHERE a.file_number = b.file_number OR a.file_number IN (${corrected})
GROUP BY a.file_number, b.file_number;
