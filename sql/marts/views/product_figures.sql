-- Each product in figures; product numbers are in the order of the codes.
WITH
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
  a.recent_revenue,
  a.earlier_revenue,
  a.trend_change,
  a.trend,
  a.first_sale_date,
  a.last_sale_date,
  COALESCE(o.orders, 0) AS orders,
  COALESCE(c.customers, 0) AS customers,
  CAST(ROW_NUMBER() OVER (ORDER BY a.product_id) AS INT) AS product_number
FROM item_figures AS a
JOIN curated.products AS p ON p.product_id = a.product_id
LEFT JOIN order_counts AS o ON o.product_id = a.product_id
LEFT JOIN customer_counts AS c ON c.product_id = a.product_id
WHERE a.item_level = 'product';
