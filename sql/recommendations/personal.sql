-- The nearest others of each product, by number.
CREATE TEMPORARY VIEW neighbours AS
SELECT /*+ BROADCAST(p, s) */
  p.popularity_rank AS near_number,
  s.popularity_rank AS far_number,
  CAST(ROUND(n.score * 1000000) AS BIGINT) AS similarity
FROM recommendations.similar_products n
JOIN recommendations.product_popularity p ON p.product_id = n.product_id
JOIN recommendations.product_popularity s
  ON s.product_id = n.similar_product_id;

-- The best unbought neighbours of a customer's purchases, and the purchase
-- that speaks most for each: similarity and number in one integer, of which
-- the largest is taken.
CREATE TEMPORARY VIEW personal AS
WITH
candidates AS (
  SELECT
    b.customer_id,
    n.far_number AS product_number,
    SUM(n.similarity) AS score,
    MAX(n.similarity * 100000000 + n.near_number) AS strongest
  FROM latest_bought b
  JOIN neighbours n ON n.near_number = b.product_number
  GROUP BY b.customer_id, n.far_number
),
unbought AS (
  SELECT c.*
  FROM candidates c
  LEFT JOIN bought b
    ON b.customer_id = c.customer_id AND b.product_number = c.product_number
  WHERE b.product_number IS NULL
)
SELECT
  customer_id,
  product_number,
  score,
  MOD(strongest, 100000000) AS because_number,
  preference
FROM (
  SELECT
    customer_id,
    product_number,
    score,
    strongest,
    ROW_NUMBER() OVER (
      PARTITION BY customer_id
      ORDER BY score DESC, product_number
    ) AS preference
  FROM unbought
)
WHERE preference <= ${per_customer};

-- How many customers bought both, counted over all purchases.
CREATE TEMPORARY VIEW bought_both AS
WITH
pairs AS (
  SELECT DISTINCT product_number, because_number
  FROM personal
)
SELECT p.product_number, p.because_number, COUNT(*) AS customers
FROM pairs p
JOIN bought x ON x.product_number = p.product_number
JOIN bought y
  ON y.product_number = p.because_number AND y.customer_id = x.customer_id
GROUP BY p.product_number, p.because_number;
