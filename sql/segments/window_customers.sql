-- One row per customer with a sale in the window, from one pass over the sales
-- before the window's end. Nothing sold at or after the end is read.
DROP TEMPORARY VIEW IF EXISTS window_sales;

CREATE TEMPORARY VIEW window_sales AS
SELECT
  customer_id,
  transaction_id,
  product_id,
  COALESCE(category, 'Uncategorised') AS category,
  kind,
  quantity,
  amount,
  sale_date,
  sale_date >= ${window_start} AS is_in_window
FROM curated.sales
WHERE customer_id IS NOT NULL
  AND kind IN ('sale', 'return', 'cancellation')
  AND sale_date < ${window_end}
  AND sold_at < CAST(${window_end} AS TIMESTAMP(6));

DROP TEMPORARY VIEW IF EXISTS window_totals;

CREATE TEMPORARY VIEW window_totals AS
SELECT
  customer_id,
  CAST(SUM(amount) FILTER (WHERE is_in_window AND kind = 'sale')
    AS DECIMAL(20, 4)) AS gross_spend,
  CAST(SUM(amount) FILTER (WHERE is_in_window)
    AS DECIMAL(20, 4)) AS net_spend,
  CAST(SUM(quantity) FILTER (WHERE is_in_window AND kind = 'sale')
    AS DECIMAL(20, 3)) AS units_sold,
  CAST(SUM(ABS(quantity)) FILTER (WHERE is_in_window AND kind <> 'sale')
    AS DECIMAL(20, 3)) AS units_returned,
  COUNT(*) FILTER (WHERE is_in_window AND kind = 'sale') AS sale_lines,
  COUNT(DISTINCT transaction_id)
    FILTER (WHERE is_in_window AND kind = 'sale') AS orders,
  COUNT(DISTINCT sale_date)
    FILTER (WHERE is_in_window AND kind = 'sale') AS shopping_days,
  COUNT(DISTINCT product_id)
    FILTER (WHERE is_in_window AND kind = 'sale') AS distinct_products,
  MAX(sale_date)
    FILTER (WHERE is_in_window AND kind = 'sale') AS last_sale_date,
  MIN(sale_date) FILTER (WHERE kind = 'sale') AS first_sale_date
FROM window_sales
GROUP BY customer_id;

DROP TEMPORARY VIEW IF EXISTS window_customers;

CREATE TEMPORARY VIEW window_customers AS
SELECT
  customer_id,
  gross_spend,
  net_spend,
  CAST(gross_spend / sale_lines AS DECIMAL(20, 4)) AS average_spend,
  CAST(gross_spend / orders AS DECIMAL(20, 4)) AS average_order_value,
  units_sold AS total_quantity,
  orders,
  shopping_days,
  COALESCE(
    CAST(gross_spend / NULLIF(units_sold, 0) AS DECIMAL(20, 4)), 0
  ) AS spend_per_item,
  TIMESTAMPDIFF(DAY, last_sale_date, ${window_end}) AS recency_days,
  TIMESTAMPDIFF(DAY, first_sale_date, ${window_end}) AS tenure_days,
  CAST(COALESCE(
    CAST(units_returned / NULLIF(units_sold, 0) AS DECIMAL(20, 6)), 0
  ) AS DOUBLE) AS return_rate,
  distinct_products
FROM window_totals
WHERE sale_lines > 0;
