-- Numbers become codes and names again, and reasons words.
INSERT INTO recommendations.customer_product
SELECT
  c.customer_id,
  r.item_rank,
  p.product_id,
  p.product_name,
  r.score,
  CASE
    WHEN r.recommender LIKE 'popularity%' THEN 'popularity'
    WHEN r.recommender = 'co-purchase' THEN 'similar'
    ELSE 'personal'
  END AS source,
  p.customers AS popularity,
  CASE
    WHEN b.product_id IS NOT NULL THEN
      'You bought ' || COALESCE(b.product_name, b.product_id)
    WHEN r.recommender = 'popularity' THEN
      'Number ' || CAST(p.popularity_rank AS STRING) || ' of all products: '
        || CAST(p.customers AS STRING) || ' customers bought it'
    WHEN r.recommender LIKE 'popularity-%' AND r.score > 0 THEN
      CAST(CAST(r.score AS BIGINT) AS STRING)
        || ' customers bought it in the last '
        || SUBSTRING(r.recommender FROM 12) || ' days'
    WHEN r.recommender LIKE 'popularity-%' THEN
      CAST(p.customers AS STRING) || ' customers bought it'
    ELSE 'It goes with what you bought'
  END AS reason,
  CASE
    WHEN r.recommender = ${model_recommender} THEN ${model_id}
    ELSE r.recommender || '-' || ${run_id}
  END AS model_id,
  b.product_id AS because_product_id,
  r.score_without,
  c.is_new_customer
FROM recommended r
JOIN numbered_customers c ON c.customer_number = r.customer_number
JOIN recommendations.product_popularity p
  ON p.popularity_rank = r.product_number
LEFT JOIN recommendations.product_popularity b
  ON b.popularity_rank = r.because_number
WHERE r.customer_number IS NOT NULL AND r.item_rank IS NOT NULL;
