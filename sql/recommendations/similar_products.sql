-- Each product's nearest others by cosine: customers of both over the
-- geometric mean of the customers of each. Similarities are whole millionths,
-- so that sums do not depend on their order.
CREATE TEMPORARY VIEW similarities AS
WITH
buyers AS (
  SELECT product_number, COUNT(*) AS customers
  FROM latest_bought
  GROUP BY product_number
),
pairs AS (
  SELECT
    a.product_number AS one_number,
    b.product_number AS other_number,
    COUNT(*) AS customers
  FROM latest_bought a
  JOIN latest_bought b
    ON b.customer_id = a.customer_id AND a.product_number < b.product_number
  GROUP BY a.product_number, b.product_number
  HAVING COUNT(*) >= ${minimum_support}
)
SELECT /*+ BROADCAST(x, y) */
  p.one_number,
  p.other_number,
  CAST(
    ROUND(
      1000000 * p.customers
        / SQRT(CAST(x.customers AS DOUBLE) * y.customers)
    ) AS BIGINT
  ) AS similarity
FROM pairs p
JOIN buyers x ON x.product_number = p.one_number
JOIN buyers y ON y.product_number = p.other_number;

CREATE TEMPORARY VIEW both_ways AS
SELECT one_number AS near_number, other_number AS far_number, similarity
FROM similarities
UNION ALL
SELECT other_number AS near_number, one_number AS far_number, similarity
FROM similarities;

INSERT INTO recommendations.similar_products
SELECT /*+ BROADCAST(p, s) */
  p.product_id,
  CAST(b.similarity_rank AS INT) AS similarity_rank,
  s.product_id AS similar_product_id,
  p.product_name,
  s.product_name AS similar_product_name,
  CAST(b.similarity AS DOUBLE) / 1000000 AS score,
  'cosine' AS similarity_kind
FROM (
  SELECT
    near_number,
    far_number,
    similarity,
    ROW_NUMBER() OVER (
      PARTITION BY near_number
      ORDER BY similarity DESC, far_number
    ) AS similarity_rank
  FROM both_ways
) b
JOIN recommendations.product_popularity p
  ON p.popularity_rank = b.near_number
JOIN recommendations.product_popularity s
  ON s.popularity_rank = b.far_number
WHERE b.similarity_rank <= ${neighbours};
