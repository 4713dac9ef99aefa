-- Each product in figures; product numbers are in the order of the codes.
CREATE TEMPORARY VIEW product_figures AS
WITH
amounts AS (
  SELECT
    product_id,
    CAST(SUM(gross_revenue) AS DECIMAL(20, 4)) AS gross_revenue,
    CAST(SUM(net_revenue) AS DECIMAL(20, 4)) AS net_revenue,
    CAST(SUM(units_sold) AS DECIMAL(18, 3)) AS units_sold,
    CAST(SUM(units_returned) AS DECIMAL(18, 3)) AS units_returned,
    MIN(first_sale_date) AS first_sale_date,
    MAX(last_sale_date) AS last_sale_date
  FROM product_months
  GROUP BY product_id
),
order_counts AS (
  SELECT product_id, COUNT(*) AS orders
  FROM order_products
  GROUP BY product_id
),
customer_counts AS (
  SELECT product_id, COUNT(*) AS customers
  FROM customer_products
  GROUP BY product_id
)
SELECT
  a.product_id,
  p.product_name,
  COALESCE(p.category, 'Uncategorised') AS category,
  COALESCE(p.subcategory, 'Uncategorised') AS subcategory,
  a.gross_revenue,
  a.net_revenue,
  a.units_sold,
  a.units_returned,
  a.first_sale_date,
  a.last_sale_date,
  COALESCE(o.orders, 0) AS orders,
  COALESCE(c.customers, 0) AS customers,
  CAST(ROW_NUMBER() OVER (ORDER BY a.product_id) AS INT) AS product_number
FROM amounts a
JOIN curated.products p ON p.product_id = a.product_id
LEFT JOIN order_counts o ON o.product_id = a.product_id
LEFT JOIN customer_counts c ON c.product_id = a.product_id;
