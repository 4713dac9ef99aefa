-- Products by how many customers bought them.
INSERT INTO recommendations.product_popularity
WITH
buyers AS (
  SELECT product_id, COUNT(*) AS customers
  FROM (
    SELECT DISTINCT product_id, customer_id
    FROM curated.sales
    WHERE kind = 'sale' AND customer_id IS NOT NULL
  )
  GROUP BY product_id
),
sold AS (
  SELECT product_id, COUNT(*) AS orders
  FROM (
    SELECT DISTINCT product_id, transaction_id
    FROM curated.sales
    WHERE kind = 'sale'
  )
  GROUP BY product_id
),
amounts AS (
  SELECT
    product_id,
    SUM(CASE WHEN kind = 'sale' THEN quantity END) AS quantity,
    SUM(amount) AS net_revenue
  FROM curated.sales
  WHERE kind IN ('sale', 'return', 'cancellation')
  GROUP BY product_id
)
SELECT
  ROW_NUMBER() OVER (
    ORDER BY COALESCE(b.customers, 0) DESC, s.orders DESC, s.product_id
  ) AS popularity_rank,
  s.product_id,
  p.product_name,
  COALESCE(b.customers, 0) AS customers,
  s.orders,
  a.quantity,
  a.net_revenue,
  COALESCE(
    s.product_id IN (${repeatable})
      OR p.category IN (${repeatable})
      OR p.subcategory IN (${repeatable}),
    FALSE
  ) AS is_repeatable
FROM sold s
JOIN amounts a ON a.product_id = s.product_id
JOIN curated.products p ON p.product_id = s.product_id
LEFT JOIN buyers b ON b.product_id = s.product_id;
