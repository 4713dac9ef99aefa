-- Of the customers of the period just before, the share that bought again,
-- divided by what that share was one period earlier. Periods are as long as
-- the new lines span, a week at least. 1 when fewer returned by no more than
-- three standard deviations of the difference between two binomial counts.
WITH
new_period AS (
  SELECT
    MAX(sale_date) AS last_day,
    GREATEST(7, 1 + TIMESTAMPDIFF(DAY, MIN(sale_date), MAX(sale_date)))
      AS days
  FROM ${fresh}
  WHERE kind = 'sale'
),
sale_days AS (
  SELECT customer_id, sale_date
  FROM ${fresh}
  WHERE kind = 'sale' AND customer_id IS NOT NULL
  UNION ALL
  SELECT customer_id, sale_date
  FROM ${published}
  WHERE kind = 'sale' AND customer_id IS NOT NULL
),
visits AS (
  SELECT
    s.customer_id,
    TIMESTAMPDIFF(DAY, s.sale_date, n.last_day) / n.days AS periods_ago
  FROM sale_days s
  CROSS JOIN new_period n
  WHERE s.sale_date <= n.last_day
),
customers AS (
  SELECT
    customer_id,
    MAX(CASE WHEN periods_ago = 0 THEN 1 ELSE 0 END) AS is_here,
    MAX(CASE WHEN periods_ago = 1 THEN 1 ELSE 0 END) AS was_here,
    MAX(CASE WHEN periods_ago = 2 THEN 1 ELSE 0 END) AS was_here_before
  FROM visits
  GROUP BY customer_id
),
counts AS (
  SELECT
    SUM(was_here) AS customers_now,
    SUM(is_here * was_here) AS returned_now,
    SUM(was_here_before) AS customers_before,
    SUM(was_here * was_here_before) AS returned_before
  FROM customers
),
expectations AS (
  SELECT
    *,
    customers_now * (returned_before * 1.0E0 / customers_before) AS expected,
    1 - returned_before * 1.0E0 / customers_before AS lost_share
  FROM counts
  WHERE customers_now >= 30 AND customers_before >= 30 AND returned_before > 0
)
SELECT
  CAST(returned_now AS STRING) || ' of ' || CAST(customers_now AS STRING)
    || ' customers came back, before ' || CAST(returned_before AS STRING)
    || ' of ' || CAST(customers_before AS STRING) AS label,
  CASE
    WHEN expected - returned_now
      <= 3 * SQRT(
        lost_share * (expected + expected * expected / returned_before)
      )
      THEN GREATEST(1.0E0, returned_now / expected)
    ELSE returned_now / expected
  END AS figure
FROM expectations;
