-- Who bought what, once per customer and product.
CREATE TEMPORARY VIEW bought AS
SELECT
  customer_id,
  product_id,
  MAX(sold_at) AS last_bought_at
FROM curated.sales
WHERE kind = 'sale' AND customer_id IS NOT NULL
GROUP BY customer_id, product_id;

-- Pairs are learnt from a customer's latest purchases only: pairs grow with
-- the square of a basket, and wholesalers buy everything.
CREATE TEMPORARY VIEW latest_bought AS
SELECT customer_id, product_id
FROM (
  SELECT
    customer_id,
    product_id,
    ROW_NUMBER() OVER (
      PARTITION BY customer_id
      ORDER BY last_bought_at DESC, product_id
    ) AS recency
  FROM bought
)
WHERE recency <= ${products_per_customer};
