INSERT INTO marts.revenue_monthly
WITH
months AS (
  SELECT
    CAST(dimension_value AS DATE) AS sale_month,
    gross_revenue,
    net_revenue,
    units_sold,
    orders,
    customers
  FROM figures
  WHERE dimension = 'month'
),
with_month_before AS (
  SELECT
    *,
    LAG(sale_month) OVER (ORDER BY sale_month) AS month_before,
    LAG(gross_revenue) OVER (ORDER BY sale_month) AS gross_before
  FROM months
)
SELECT
  sale_month,
  sale_month < ${complete_until} AS is_complete,
  gross_revenue,
  net_revenue,
  units_sold,
  orders,
  customers,
  CAST(gross_revenue / NULLIF(orders, 0) AS DECIMAL(20, 4))
    AS average_order_value,
  CASE
    WHEN month_before = TIMESTAMPADD(MONTH, -1, sale_month) THEN
      CAST(CAST(gross_revenue / NULLIF(gross_before, 0) - 1
        AS DECIMAL(20, 6)) AS DOUBLE)
  END AS gross_change,
  ${currency} AS currency
FROM with_month_before;
