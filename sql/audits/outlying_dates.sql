-- The days without a sale between a few sale lines, at most one in a hundred or
-- three, that come first or last of all and the rest; the longest such gap.
WITH
sale_days AS (
  SELECT sale_date, COUNT(*) AS sale_lines
  FROM ${audited}
  WHERE kind = 'sale'
  GROUP BY sale_date
),
gaps AS (
  SELECT
    sale_date AS day_after,
    LAG(sale_date) OVER (ORDER BY sale_date) AS day_before,
    SUM(sale_lines) OVER (ORDER BY sale_date) - sale_lines AS lines_before,
    SUM(sale_lines) OVER (
      ORDER BY sale_date
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS all_lines
  FROM sale_days
),
ends AS (
  SELECT
    day_before,
    day_after,
    lines_before,
    all_lines - lines_before AS lines_after,
    TIMESTAMPDIFF(DAY, day_before, day_after) AS days
  FROM gaps
  WHERE all_lines >= 20
    AND LEAST(lines_before, all_lines - lines_before)
      <= GREATEST(3, all_lines / 100)
)
SELECT
  CASE
    WHEN lines_before < lines_after
      THEN CAST(lines_before AS STRING) || ' sale lines are of '
        || CAST(day_before AS STRING) || ' or before, the others of '
        || CAST(day_after AS STRING) || ' or later'
    ELSE CAST(lines_after AS STRING) || ' sale lines are of '
      || CAST(day_after AS STRING) || ' or later, and move the day as of which'
      || ' all is computed; the others are of ' || CAST(day_before AS STRING)
      || ' or before'
  END AS label,
  CAST(days AS DOUBLE) AS figure
FROM ends
WHERE day_before IS NOT NULL
ORDER BY days DESC, day_after DESC
LIMIT 1;
