-- The nearest others of each product, by number; similarities in millionths.
CREATE TEMPORARY VIEW neighbours AS
SELECT /*+ BROADCAST(p, s) */
  p.product_number AS near_number,
  s.product_number AS far_number,
  CAST(n.score * 1000000 + 0.5 AS INT) AS similarity
FROM recommendations.similar_products n
JOIN numbered_products p ON p.product_id = n.product_id
JOIN numbered_products s ON s.product_id = n.similar_product_id;

-- What speaks for a product at a customer, and what a customer has already.
CREATE TEMPORARY VIEW spoken_for AS
SELECT
  b.customer_number,
  n.far_number AS product_number,
  n.near_number,
  n.similarity,
  0 AS is_bought
FROM latest_bought b
JOIN neighbours n ON n.near_number = b.product_number
UNION ALL
SELECT
  customer_number,
  product_number,
  0 AS near_number,
  0 AS similarity,
  1 AS is_bought
FROM bought;

-- The best unbought neighbours of a customer's purchases, and the purchase
-- that speaks most for each: similarity and number in one integer, of which
-- the largest is taken.
CREATE TEMPORARY VIEW personal AS
WITH
candidates AS (
  SELECT
    customer_number,
    product_number,
    CAST(-SUM(similarity) AS INT) AS negative_score,
    MAX(CAST(similarity AS BIGINT) * 1000000000 + near_number) AS strongest
  FROM spoken_for
  GROUP BY customer_number, product_number
  HAVING MAX(is_bought) = 0
)
SELECT
  customer_number,
  product_number,
  -negative_score AS score,
  CAST(MOD(strongest, 1000000000) AS INT) AS because_number,
  preference
FROM (
  SELECT
    customer_number,
    product_number,
    negative_score,
    strongest,
    ROW_NUMBER() OVER (
      PARTITION BY customer_number
      ORDER BY negative_score, product_number
    ) AS preference
  FROM candidates
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
  ON y.product_number = p.because_number
  AND y.customer_number = x.customer_number
GROUP BY p.product_number, p.because_number;
