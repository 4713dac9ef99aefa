INSERT INTO marts.cohort_retention
WITH
months AS (
  SELECT CAST(dimension_value AS DATE) AS sale_month
  FROM figures
  WHERE dimension = 'month'
),
activity AS (
  SELECT
    first_month AS cohort_month,
    sale_month,
    SUM(CASE WHEN orders > 0 THEN 1 ELSE 0 END) AS active_customers,
    SUM(gross_revenue) AS gross_revenue,
    SUM(net_revenue) AS net_revenue
  FROM customer_months
  WHERE customer_id IS NOT NULL AND sale_month >= first_month
  GROUP BY first_month, sale_month
),
cohorts AS (
  SELECT cohort_month, active_customers AS cohort_customers
  FROM activity
  WHERE sale_month = cohort_month
)
SELECT
  c.cohort_month,
  CAST(
    12 * (YEAR(m.sale_month) - YEAR(c.cohort_month))
      + MONTH(m.sale_month) - MONTH(c.cohort_month) AS INT
  ) AS months_since,
  m.sale_month,
  m.sale_month < ${complete_until} AS is_complete,
  CAST(c.cohort_customers AS BIGINT) AS cohort_customers,
  CAST(COALESCE(a.active_customers, 0) AS BIGINT) AS active_customers,
  ROUND(
    CAST(COALESCE(a.active_customers, 0) AS DOUBLE) / c.cohort_customers, 6
  ) AS retention_rate,
  COALESCE(a.gross_revenue, 0) AS gross_revenue,
  COALESCE(a.net_revenue, 0) AS net_revenue,
  ${currency} AS currency
FROM cohorts AS c
JOIN months AS m ON m.sale_month >= c.cohort_month
LEFT JOIN activity AS a
  ON a.cohort_month = c.cohort_month AND a.sale_month = m.sale_month;
