-- Customers and products go by numbers, products by their popularity rank:
-- numbers are counted, joined and sorted faster than codes.
CREATE TEMPORARY VIEW numbered_products AS
SELECT product_id, CAST(popularity_rank AS INT) AS product_number
FROM recommendations.product_popularity;

CREATE TEMPORARY VIEW numbered_customers AS
SELECT
  customer_id,
  CAST(ROW_NUMBER() OVER (ORDER BY customer_id) AS INT) AS customer_number
FROM curated.customers;

-- Who bought what, once per customer and product.
CREATE TEMPORARY VIEW bought AS
SELECT /*+ BROADCAST(p, c) */
  c.customer_number,
  p.product_number,
  MAX(CAST(s.sold_at AS TIMESTAMP(3))) AS last_bought_at
FROM curated.sales s
JOIN numbered_products p ON p.product_id = s.product_id
JOIN numbered_customers c ON c.customer_id = s.customer_id
WHERE s.kind = 'sale'
GROUP BY c.customer_number, p.product_number;

-- Pairs are learnt from a customer's latest purchases only: pairs grow with
-- the square of a basket, and wholesalers buy everything.
CREATE TEMPORARY VIEW latest_bought AS
SELECT customer_number, product_number
FROM (
  SELECT
    customer_number,
    product_number,
    ROW_NUMBER() OVER (
      PARTITION BY customer_number
      ORDER BY last_bought_at DESC, product_number
    ) AS recency
  FROM bought
)
WHERE recency <= ${products_per_customer};
