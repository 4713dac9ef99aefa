-- For customers with too few personal ones: the most popular products that
-- they have not bought. The best of K + n products contain K unbought ones.
CREATE TEMPORARY VIEW popular AS
WITH
bought_counts AS (
  SELECT customer_id, COUNT(*) AS products
  FROM bought
  GROUP BY customer_id
),
personal_counts AS (
  SELECT customer_id, COUNT(*) AS products
  FROM personal
  GROUP BY customer_id
),
lacking AS (
  SELECT
    c.customer_id,
    COALESCE(p.products, 0) AS given,
    ${per_customer} + COALESCE(b.products, 0) AS enough
  FROM curated.customers c
  LEFT JOIN bought_counts b ON b.customer_id = c.customer_id
  LEFT JOIN personal_counts p ON p.customer_id = c.customer_id
  WHERE COALESCE(p.products, 0) < ${per_customer}
),
candidates AS (
  SELECT l.customer_id, l.given, r.popularity_rank AS product_number
  FROM lacking l
  JOIN recommendations.product_popularity r
    ON r.popularity_rank <= l.enough
  LEFT JOIN bought b
    ON b.customer_id = l.customer_id
    AND b.product_number = r.popularity_rank
  LEFT JOIN personal p
    ON p.customer_id = l.customer_id
    AND p.product_number = r.popularity_rank
  WHERE b.product_number IS NULL AND p.product_number IS NULL
)
SELECT customer_id, product_number, given + preference AS item_rank
FROM (
  SELECT
    customer_id,
    product_number,
    given,
    ROW_NUMBER() OVER (
      PARTITION BY customer_id
      ORDER BY product_number
    ) AS preference
  FROM candidates
)
WHERE given + preference <= ${per_customer};
