-- One row per customer with a sale in the window. Nothing sold at or after the
-- window's end is read. Lines are added up per order and per product before
-- orders, days and products are counted: counting them in the lines costs a
-- copy of every line each. Both read all kinds, so that the sales are read
-- once.
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
  sale_date
FROM curated.sales
WHERE customer_id IS NOT NULL
  AND kind IN ('sale', 'return', 'cancellation')
  AND sale_date < ${window_end}
  AND sold_at < CAST(${window_end} AS TIMESTAMP(6));

DROP TEMPORARY VIEW IF EXISTS window_totals;

CREATE TEMPORARY VIEW window_totals AS
WITH orders_by_day AS (
  SELECT
    customer_id,
    transaction_id,
    sale_date,
    sale_date >= ${window_start} AS is_in_window,
    SUM(amount) FILTER (WHERE kind = 'sale') AS gross_spend,
    SUM(amount) AS net_spend,
    SUM(quantity) FILTER (WHERE kind = 'sale') AS units_sold,
    SUM(ABS(quantity)) FILTER (WHERE kind <> 'sale') AS units_returned,
    COUNT(*) FILTER (WHERE kind = 'sale') AS sale_lines
  FROM window_sales
  GROUP BY customer_id, transaction_id, sale_date
)

SELECT
  customer_id,
  CAST(SUM(gross_spend) FILTER (WHERE is_in_window)
    AS DECIMAL(20, 4)) AS gross_spend,
  CAST(SUM(net_spend) FILTER (WHERE is_in_window)
    AS DECIMAL(20, 4)) AS net_spend,
  CAST(SUM(units_sold) FILTER (WHERE is_in_window)
    AS DECIMAL(20, 3)) AS units_sold,
  CAST(SUM(units_returned) FILTER (WHERE is_in_window)
    AS DECIMAL(20, 3)) AS units_returned,
  SUM(sale_lines) FILTER (WHERE is_in_window) AS sale_lines,
  COUNT(DISTINCT transaction_id)
    FILTER (WHERE is_in_window AND sale_lines > 0) AS orders,
  COUNT(DISTINCT sale_date)
    FILTER (WHERE is_in_window AND sale_lines > 0) AS shopping_days,
  MAX(sale_date)
    FILTER (WHERE is_in_window AND sale_lines > 0) AS last_sale_date,
  MIN(sale_date) FILTER (WHERE sale_lines > 0) AS first_sale_date
FROM orders_by_day
GROUP BY customer_id;

DROP TEMPORARY VIEW IF EXISTS window_products;

CREATE TEMPORARY VIEW window_products AS
SELECT
  customer_id,
  product_id,
  category,
  SUM(amount) FILTER (
    WHERE kind = 'sale' AND sale_date >= ${window_start}
  ) AS gross_spend
FROM window_sales
GROUP BY customer_id, product_id, category;

DROP TEMPORARY VIEW IF EXISTS window_customers;

CREATE TEMPORARY VIEW window_customers AS
WITH product_counts AS (
  SELECT
    customer_id,
    COUNT(DISTINCT product_id) AS distinct_products
  FROM window_products
  WHERE gross_spend IS NOT NULL
  GROUP BY customer_id
)

SELECT
  totals.customer_id,
  totals.gross_spend,
  totals.net_spend,
  CAST(totals.gross_spend / totals.sale_lines AS DECIMAL(20, 4))
    AS average_spend,
  CAST(totals.gross_spend / totals.orders AS DECIMAL(20, 4))
    AS average_order_value,
  totals.units_sold AS total_quantity,
  totals.orders,
  totals.shopping_days,
  COALESCE(
    CAST(totals.gross_spend / NULLIF(totals.units_sold, 0)
      AS DECIMAL(20, 4)),
    0
  ) AS spend_per_item,
  TIMESTAMPDIFF(DAY, totals.last_sale_date, ${window_end}) AS recency_days,
  TIMESTAMPDIFF(DAY, totals.first_sale_date, ${window_end}) AS tenure_days,
  CAST(COALESCE(
    CAST(totals.units_returned / NULLIF(totals.units_sold, 0)
      AS DECIMAL(20, 6)),
    0
  ) AS DOUBLE) AS return_rate,
  product_counts.distinct_products
FROM window_totals AS totals
INNER JOIN product_counts
  ON totals.customer_id = product_counts.customer_id;
