INSERT INTO recommendations.product_popularity
WITH
sold AS (
  SELECT
    product_id,
    COUNT(DISTINCT CASE WHEN kind = 'sale' THEN customer_id END) AS customers,
    COUNT(DISTINCT CASE WHEN kind = 'sale' THEN transaction_id END) AS orders,
    SUM(CASE WHEN kind = 'sale' THEN quantity END) AS quantity,
    SUM(amount) AS net_revenue
  FROM curated.sales
  WHERE kind IN ('sale', 'return', 'cancellation')
  GROUP BY product_id
)
SELECT
  ROW_NUMBER() OVER (
    ORDER BY s.customers DESC, s.orders DESC, s.product_id
  ) AS popularity_rank,
  s.product_id,
  p.product_name,
  s.customers,
  s.orders,
  s.quantity,
  s.net_revenue
FROM sold s
JOIN curated.products p ON p.product_id = s.product_id
WHERE s.orders > 0;
