-- Each customer's months, with the first, the last and the next of those in
-- which something was bought.
CREATE TEMPORARY VIEW customer_months AS
WITH
months AS (
  SELECT
    customer_id,
    CAST(FLOOR(sale_date TO MONTH) AS DATE) AS sale_month,
    COUNT(DISTINCT CASE WHEN sale_lines > 0 THEN transaction_id END)
      AS orders,
    CAST(COALESCE(SUM(units_sold), 0) AS DECIMAL(18, 3)) AS units_sold,
    CAST(COALESCE(SUM(gross_revenue), 0) AS DECIMAL(20, 4))
      AS gross_revenue,
    CAST(SUM(net_revenue) AS DECIMAL(20, 4)) AS net_revenue
  FROM order_parts
  WHERE customer_id IS NOT NULL
  GROUP BY customer_id, CAST(FLOOR(sale_date TO MONTH) AS DATE)
),
active AS (
  SELECT
    *,
    CASE WHEN orders > 0 THEN sale_month END AS active_month
  FROM months
)
SELECT
  customer_id,
  sale_month,
  orders,
  units_sold,
  gross_revenue,
  net_revenue,
  MIN(active_month) OVER (PARTITION BY customer_id) AS first_month,
  MAX(active_month) OVER (
    PARTITION BY customer_id
    ORDER BY sale_month
    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
  ) AS previous_month,
  MIN(active_month) OVER (
    PARTITION BY customer_id
    ORDER BY sale_month
    ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING
  ) AS next_month
FROM active;
