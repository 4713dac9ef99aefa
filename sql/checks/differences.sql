-- How many rows of each table differ between two states: side is -1 in the
-- first and 1 in the second.
WITH
unequal AS (
  SELECT table_number, row_key, row_hash, SUM(side) AS balance
  FROM (${states})
  GROUP BY table_number, row_key, row_hash
  HAVING SUM(side) <> 0
),
unequal_keys AS (
  SELECT
    table_number,
    row_key,
    CASE
      WHEN MIN(balance) > 0 THEN 'added'
      WHEN MAX(balance) < 0 THEN 'removed'
      ELSE 'changed'
    END AS difference
  FROM unequal
  GROUP BY table_number, row_key
)
SELECT
  table_number,
  difference,
  COUNT(*) AS row_count,
  MIN(row_key) AS example
FROM unequal_keys
GROUP BY table_number, difference;
