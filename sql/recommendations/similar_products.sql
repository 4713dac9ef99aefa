-- Numbers become codes and names again; Swing's rows come from its own job.
INSERT INTO recommendations.similar_products
SELECT /*+ BROADCAST(p, s) */
  p.product_id,
  r.item_rank AS similarity_rank,
  s.product_id AS similar_product_id,
  p.product_name,
  s.product_name AS similar_product_name,
  r.score,
  r.similarity_kind
FROM recommended AS r
JOIN recommendations.product_popularity AS p
  ON p.popularity_rank = r.product_number
JOIN recommendations.product_popularity AS s
  ON s.popularity_rank = r.similar_number
WHERE r.similarity_kind IN ('cosine', 'als');
