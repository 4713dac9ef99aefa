-- By how many standard deviations, as they were before, the mean or the
-- median has moved, of the column where it has moved most.
WITH moves AS (
  SELECT
    f.table_name || '.' || f.column_name AS column_name,
    GREATEST(ABS(f.mean - p.mean), ABS(f.p50 - p.p50))
      / p.standard_deviation AS figure
  FROM ${fresh} f
  JOIN ${published} p
    ON p.table_name = f.table_name AND p.column_name = f.column_name
  WHERE p.standard_deviation > 0 AND f.mean IS NOT NULL
)
SELECT column_name AS label, figure
FROM (
  SELECT
    column_name,
    figure,
    ROW_NUMBER() OVER (ORDER BY figure DESC, column_name) AS place
  FROM moves
)
WHERE place = 1;
