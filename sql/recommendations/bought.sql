-- Who bought what, once per customer and product. A product goes by its
-- popularity rank: numbers are counted and joined faster than codes.
CREATE TEMPORARY VIEW bought AS
SELECT /*+ BROADCAST(p) */
  s.customer_id,
  p.popularity_rank AS product_number,
  MAX(CAST(s.sold_at AS TIMESTAMP(3))) AS last_bought_at
FROM curated.sales s
JOIN recommendations.product_popularity p ON p.product_id = s.product_id
WHERE s.kind = 'sale' AND s.customer_id IS NOT NULL
GROUP BY s.customer_id, p.popularity_rank;

-- Pairs are learnt from a customer's latest purchases only: pairs grow with
-- the square of a basket, and wholesalers buy everything.
CREATE TEMPORARY VIEW latest_bought AS
SELECT customer_id, product_number
FROM (
  SELECT
    customer_id,
    product_number,
    ROW_NUMBER() OVER (
      PARTITION BY customer_id
      ORDER BY last_bought_at DESC, product_number
    ) AS recency
  FROM bought
)
WHERE recency <= ${products_per_customer};
