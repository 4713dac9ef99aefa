-- For customers with too few personal ones: the most popular products that
-- they have not bought. The best of K + n products contain K unbought ones.
CREATE TEMPORARY VIEW popular AS
WITH
bought_counts AS (
  SELECT customer_number, COUNT(*) AS products
  FROM bought
  GROUP BY customer_number
),
personal_counts AS (
  SELECT customer_number, COUNT(*) AS products
  FROM personal
  GROUP BY customer_number
),
lacking AS (
  SELECT
    c.customer_number,
    COALESCE(p.products, 0) AS given,
    ${per_customer} + COALESCE(b.products, 0) AS enough
  FROM numbered_customers c
  LEFT JOIN bought_counts b ON b.customer_number = c.customer_number
  LEFT JOIN personal_counts p ON p.customer_number = c.customer_number
  WHERE COALESCE(p.products, 0) < ${per_customer}
),
candidates AS (
  SELECT l.customer_number, l.given, r.product_number
  FROM lacking l
  JOIN numbered_products r
    ON r.product_number <= l.enough
  LEFT JOIN bought b
    ON b.customer_number = l.customer_number
    AND b.product_number = r.product_number
  LEFT JOIN personal p
    ON p.customer_number = l.customer_number
    AND p.product_number = r.product_number
  WHERE b.product_number IS NULL AND p.product_number IS NULL
)
SELECT customer_number, product_number, given + preference AS item_rank
FROM (
  SELECT
    customer_number,
    product_number,
    given,
    ROW_NUMBER() OVER (
      PARTITION BY customer_number
      ORDER BY product_number
    ) AS preference
  FROM candidates
)
WHERE given + preference <= ${per_customer};
