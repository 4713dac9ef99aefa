-- The best unbought neighbours of a customer's purchases, and the purchase
-- that speaks most for each.
CREATE TEMPORARY VIEW personal AS
WITH
neighbours AS (
  SELECT
    product_id,
    similar_product_id,
    CAST(ROUND(score * 1000000) AS BIGINT) AS similarity
  FROM recommendations.similar_products
),
candidates AS (
  SELECT
    b.customer_id,
    n.similar_product_id AS product_id,
    SUM(n.similarity) AS score,
    MAX(
      LPAD(CAST(n.similarity AS STRING), 7, '0') || b.product_id
    ) AS strongest
  FROM latest_bought b
  JOIN neighbours n ON n.product_id = b.product_id
  GROUP BY b.customer_id, n.similar_product_id
),
unbought AS (
  SELECT c.*
  FROM candidates c
  LEFT JOIN bought b
    ON b.customer_id = c.customer_id AND b.product_id = c.product_id
  WHERE b.product_id IS NULL
)
SELECT
  customer_id,
  product_id,
  score,
  SUBSTRING(strongest FROM 8) AS because_id,
  preference
FROM (
  SELECT
    customer_id,
    product_id,
    score,
    strongest,
    ROW_NUMBER() OVER (
      PARTITION BY customer_id
      ORDER BY score DESC, product_id
    ) AS preference
  FROM unbought
)
WHERE preference <= ${per_customer};

-- How many customers bought both, counted over all purchases.
CREATE TEMPORARY VIEW bought_both AS
WITH
pairs AS (
  SELECT DISTINCT product_id, because_id
  FROM personal
)
SELECT p.product_id, p.because_id, COUNT(*) AS customers
FROM pairs p
JOIN bought x ON x.product_id = p.product_id
JOIN bought y ON y.product_id = p.because_id AND y.customer_id = x.customer_id
GROUP BY p.product_id, p.because_id;
