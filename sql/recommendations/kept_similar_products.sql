-- Similar products as they were published, without those that are gone since,
-- and with the names of now.
INSERT INTO recommendations.similar_products
SELECT
  r.product_id,
  CAST(
    ROW_NUMBER() OVER (
      PARTITION BY r.product_id, r.similarity_kind
      ORDER BY r.similarity_rank
    ) AS INT
  ) AS similarity_rank,
  r.similar_product_id,
  p.product_name,
  s.product_name AS similar_product_name,
  r.score,
  r.similarity_kind
FROM `published`.recommendations.similar_products AS r
JOIN recommendations.product_popularity AS p ON p.product_id = r.product_id
JOIN recommendations.product_popularity AS s
  ON s.product_id = r.similar_product_id;
