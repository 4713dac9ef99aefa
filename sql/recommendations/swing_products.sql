-- Numbers become codes and names again.
INSERT INTO recommendations.similar_products
SELECT
  p.product_id,
  r.similarity_rank,
  s.product_id AS similar_product_id,
  p.product_name,
  s.product_name AS similar_product_name,
  r.score,
  'swing' AS similarity_kind
FROM similar_by_swing AS r
JOIN recommendations.product_popularity AS p
  ON p.popularity_rank = r.product_number
JOIN recommendations.product_popularity AS s
  ON s.popularity_rank = r.similar_number;
