-- By how many standard deviations, as they were before, the mean or the
-- median has moved, of the column where it has moved most. Lines are only ever
-- added to the sales, so that the mean is that of what was added: a small
-- delivery would be lost in a large lake. Of fewer than 100 values, or so few
-- that the six digits of the missing share hide them, and of customers, whose
-- rows change, it is that of all values; medians always are.
WITH counted AS (
  SELECT
    f.table_name,
    f.column_name,
    f.column_rows * (1 - f.missing_share) AS number_of_values,
    f.column_rows * (1 - f.missing_share)
      - p.column_rows * (1 - p.missing_share) AS added_values,
    ABS(f.mean - p.mean) AS mean_moved,
    ABS(f.p50 - p.p50) AS median_moved,
    p.standard_deviation
  FROM ${fresh} AS f
  JOIN ${published} AS p
    ON p.table_name = f.table_name AND p.column_name = f.column_name
  WHERE p.standard_deviation > 0 AND f.mean IS NOT NULL
),
moves AS (
  SELECT
    table_name || '.' || column_name AS column_name,
    GREATEST(
      CASE
        WHEN table_name = 'curated.sales'
          AND added_values >= 100
          AND 10000 * added_values >= number_of_values
          THEN mean_moved * number_of_values / added_values
        ELSE mean_moved
      END,
      median_moved
    ) / standard_deviation AS figure
  FROM counted
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
