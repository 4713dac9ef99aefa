-- Each product's nearest others by cosine: customers of both over the
-- geometric mean of the customers of each. Distances are 1 less the cosine, in
-- whole millionths, so that sums do not depend on their order.
CREATE TEMPORARY VIEW distances AS
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
    ON b.customer_number = a.customer_number
    AND a.product_number < b.product_number
  GROUP BY a.product_number, b.product_number
  HAVING COUNT(*) >= ${minimum_support}
)
SELECT /*+ BROADCAST(x, y) */
  p.one_number,
  p.other_number,
  1000000 - CAST(
    1000000 * p.customers / SQRT(CAST(x.customers AS DOUBLE) * y.customers)
      + 0.5 AS INT
  ) AS distance
FROM pairs p
JOIN buyers x ON x.product_number = p.one_number
JOIN buyers y ON y.product_number = p.other_number;

CREATE TEMPORARY VIEW both_ways AS
SELECT one_number AS near_number, other_number AS far_number, distance
FROM distances
UNION ALL
SELECT other_number AS near_number, one_number AS far_number, distance
FROM distances;

INSERT INTO recommendations.similar_products
SELECT /*+ BROADCAST(p, s) */
  p.product_id,
  CAST(b.similarity_rank AS INT) AS similarity_rank,
  s.product_id AS similar_product_id,
  p.product_name,
  s.product_name AS similar_product_name,
  CAST(1000000 - b.distance AS DOUBLE) / 1000000 AS score,
  'cosine' AS similarity_kind
FROM (
  SELECT
    near_number,
    far_number,
    distance,
    ROW_NUMBER() OVER (
      PARTITION BY near_number
      ORDER BY distance, far_number
    ) AS similarity_rank
  FROM both_ways
) b
JOIN recommendations.product_popularity p
  ON p.popularity_rank = b.near_number
JOIN recommendations.product_popularity s
  ON s.popularity_rank = b.far_number
WHERE b.similarity_rank <= ${neighbours};
