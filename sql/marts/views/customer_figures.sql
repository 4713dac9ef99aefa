-- What each customer, and all who are not known together, bought in each month
-- and over all history.
WITH parts AS (
  SELECT
    customer_id,
    CAST(FLOOR(sale_date TO MONTH) AS DATE) AS sale_month,
    gross_revenue,
    net_revenue,
    units_sold,
    units_returned,
    sale_lines,
    CASE WHEN sale_lines > 0 THEN transaction_id END AS order_id,
    CASE WHEN sale_lines > 0 THEN sale_date END AS sold_on
  FROM order_parts
)
SELECT
  customer_id,
  sale_month,
  GROUPING(sale_month) = 1 AS is_all_history,
  CAST(COALESCE(SUM(gross_revenue), 0) AS DECIMAL(20, 4)) AS gross_revenue,
  CAST(SUM(net_revenue) AS DECIMAL(20, 4)) AS net_revenue,
  CAST(COALESCE(SUM(units_sold), 0) AS DECIMAL(18, 3)) AS units_sold,
  CAST(COALESCE(SUM(units_returned), 0) AS DECIMAL(18, 3)) AS units_returned,
  SUM(sale_lines) AS sale_lines,
  COUNT(DISTINCT order_id) AS orders,
  COUNT(DISTINCT sold_on) AS shopping_days,
  MIN(sold_on) AS first_purchase_date,
  MAX(sold_on) AS last_purchase_date
FROM parts
GROUP BY GROUPING SETS ((customer_id, sale_month), (customer_id));
