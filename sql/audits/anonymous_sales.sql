-- By how much the share of sale lines without a customer has grown.
WITH
sale_lines AS (
  SELECT 1 AS is_fresh, customer_id
  FROM ${fresh}
  WHERE kind = 'sale'
  UNION ALL
  SELECT 0 AS is_fresh, customer_id
  FROM ${published}
  WHERE kind = 'sale'
),
shares AS (
  SELECT
    SUM(is_fresh) AS lines_now,
    SUM(1 - is_fresh) AS lines_before,
    SUM(CASE WHEN is_fresh = 1 AND customer_id IS NULL THEN 1 ELSE 0 END)
      AS anonymous_now,
    SUM(CASE WHEN is_fresh = 0 AND customer_id IS NULL THEN 1 ELSE 0 END)
      AS anonymous_before
  FROM sale_lines
)
SELECT
  CAST(anonymous_now AS STRING) || ' of ' || CAST(lines_now AS STRING)
    || ' lines, before ' || CAST(anonymous_before AS STRING) || ' of '
    || CAST(lines_before AS STRING) AS label,
  anonymous_now * 1.0E0 / lines_now
    - anonymous_before * 1.0E0 / lines_before AS figure
FROM shares
WHERE lines_now >= 100 AND lines_before >= 100;
