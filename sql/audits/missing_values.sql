-- By how much the share of missing values has grown, of the column where it
-- has grown most.
WITH growth AS (
  SELECT
    f.table_name || '.' || f.column_name AS column_name,
    f.missing_share - p.missing_share AS figure
  FROM ${fresh} f
  JOIN ${published} p
    ON p.table_name = f.table_name AND p.column_name = f.column_name
)
SELECT column_name AS label, figure
FROM (
  SELECT
    column_name,
    figure,
    ROW_NUMBER() OVER (ORDER BY figure DESC, column_name) AS place
  FROM growth
)
WHERE place = 1;
