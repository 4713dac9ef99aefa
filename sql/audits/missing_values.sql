-- By how much the share of missing values has grown, of the column where it
-- has grown most. Lines are only ever added to the sales, so that the share of
-- what was added is compared, less three standard deviations of chance: a small
-- delivery would be lost in a large lake. Of fewer than 100 lines, or so few
-- that the six digits of a share say nothing of them, and of customers, whose
-- rows change, all rows are compared.
WITH growth AS (
  SELECT
    f.table_name || '.' || f.column_name AS column_name,
    CASE
      WHEN f.table_name = 'curated.sales'
        AND f.column_rows - p.column_rows >= 100
        AND 10000 * (f.column_rows - p.column_rows) >= f.column_rows
        THEN (f.missing_share - p.missing_share) * f.column_rows
          / (f.column_rows - p.column_rows)
          - 3 * SQRT(p.missing_share * (1 - p.missing_share)
            / (f.column_rows - p.column_rows))
      ELSE f.missing_share - p.missing_share
    END AS figure
  FROM ${fresh} AS f
  JOIN ${published} AS p
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
