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
FROM recommended r
JOIN recommendations.product_popularity p
  ON p.popularity_rank = r.product_number
JOIN recommendations.product_popularity s
  ON s.popularity_rank = r.similar_number
WHERE r.similarity_kind IN ('cosine', 'als');

INSERT INTO thinned_purchases
SELECT
  CAST(customer_number AS STRING) || ' ' || CAST(product_number AS STRING)
FROM recommended
WHERE similarity_kind = 'swing';
