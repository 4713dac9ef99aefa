-- Each product's nearest others by cosine: customers of both over the
-- geometric mean of the customers of each. Similarities are whole millionths,
-- so that sums do not depend on their order.
CREATE TEMPORARY VIEW similarities AS
WITH
buyers AS (
  SELECT product_id, COUNT(*) AS customers
  FROM latest_bought
  GROUP BY product_id
),
pairs AS (
  SELECT
    a.product_id AS one_id,
    b.product_id AS other_id,
    COUNT(*) AS customers
  FROM latest_bought a
  JOIN latest_bought b
    ON b.customer_id = a.customer_id AND a.product_id < b.product_id
  GROUP BY a.product_id, b.product_id
  HAVING COUNT(*) >= ${minimum_support}
)
SELECT
  p.one_id,
  p.other_id,
  CAST(
    ROUND(
      1000000 * p.customers
        / SQRT(CAST(x.customers AS DOUBLE) * y.customers)
    ) AS BIGINT
  ) AS similarity
FROM pairs p
JOIN buyers x ON x.product_id = p.one_id
JOIN buyers y ON y.product_id = p.other_id;

CREATE TEMPORARY VIEW both_ways AS
SELECT one_id AS product_id, other_id AS similar_product_id, similarity
FROM similarities
UNION ALL
SELECT other_id AS product_id, one_id AS similar_product_id, similarity
FROM similarities;

INSERT INTO recommendations.similar_products
SELECT
  b.product_id,
  CAST(b.similarity_rank AS INT) AS similarity_rank,
  b.similar_product_id,
  p.product_name,
  s.product_name AS similar_product_name,
  CAST(b.similarity AS DOUBLE) / 1000000 AS score,
  'cosine' AS method
FROM (
  SELECT
    product_id,
    similar_product_id,
    similarity,
    ROW_NUMBER() OVER (
      PARTITION BY product_id
      ORDER BY similarity DESC, similar_product_id
    ) AS similarity_rank
  FROM both_ways
) b
JOIN curated.products p ON p.product_id = b.product_id
JOIN curated.products s ON s.product_id = b.similar_product_id
WHERE b.similarity_rank <= ${neighbours};
