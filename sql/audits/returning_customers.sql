-- Of the customers of the period just before, the share that bought again,
-- divided by what that share was one period earlier; or, where that has
-- changed less, the customers of a trading day, divided by those of the period
-- before. When customers are missing both fall; one of them alone also falls
-- with growth or a season. Periods are as long as the new lines, of any kind,
-- span, a week at least. No less than 1 when chance does as much: when fewer
-- returned by no more than 2.5 standard deviations of the difference between
-- two binomial counts, or fewer came a day by no more than 2.5 of that between
-- two Poisson rates. Only the shops that the new lines are from count.
WITH
sale_days AS (
  SELECT customer_id, sale_date
  FROM ${fresh}
  WHERE kind = 'sale' AND customer_id IS NOT NULL
  UNION
  SELECT customer_id, sale_date
  FROM ${published}
  WHERE kind = 'sale' AND customer_id IS NOT NULL
    AND COALESCE(store, '') IN (
      SELECT COALESCE(store, '')
      FROM ${fresh}
    )
),
visits AS (
  SELECT
    customer_id,
    sale_date,
    TIMESTAMPDIFF(DAY, sale_date, ${last_day}) / GREATEST(7, ${span_days})
      AS periods_ago
  FROM sale_days
  WHERE sale_date <= ${last_day}
),
visits_of_days AS (
  SELECT periods_ago, sale_date, COUNT(customer_id) AS customers
  FROM visits
  GROUP BY periods_ago, sale_date
),
trading_days AS (
  SELECT
    COUNT(CASE WHEN periods_ago = 0 THEN 1 END) AS days_now,
    AVG(CASE WHEN periods_ago = 0 THEN customers * 1.0E0 END)
      AS customers_now,
    COUNT(CASE WHEN periods_ago = 1 THEN 1 END) AS days_before,
    AVG(CASE WHEN periods_ago = 1 THEN customers * 1.0E0 END)
      AS customers_before
  FROM visits_of_days
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
  CAST(e.returned_now AS STRING) || ' of ' || CAST(e.customers_now AS STRING)
    || ' customers came back, before ' || CAST(e.returned_before AS STRING)
    || ' of ' || CAST(e.customers_before AS STRING) || '; '
    || CAST(CAST(d.customers_now AS DECIMAL(18, 1)) AS STRING)
    || ' customers a day, before '
    || CAST(CAST(d.customers_before AS DECIMAL(18, 1)) AS STRING) AS label,
  CASE
    WHEN
      e.expected - e.returned_now
      <= 2.5E0 * SQRT(
        e.lost_share
        * (e.expected + e.expected * e.expected / e.returned_before)
      )
      OR d.customers_before - d.customers_now
      <= 2.5E0 * SQRT(
        d.customers_before / d.days_before + d.customers_now / d.days_now
      )
      THEN GREATEST(1.0E0, e.returned_now / e.expected)
    ELSE GREATEST(
      e.returned_now / e.expected,
      d.customers_now / d.customers_before
    )
  END AS figure
FROM expectations AS e
CROSS JOIN trading_days AS d
WHERE d.days_now > 0 AND d.days_before > 0;
