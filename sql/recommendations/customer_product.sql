-- Numbers become codes and names again, and reasons words.
INSERT INTO recommendations.customer_product
SELECT
  c.customer_id,
  r.item_rank,
  p.product_id,
  p.product_name,
  r.score,
  CASE
    WHEN r.recommender = 'popularity-segment' THEN 'segment popularity'
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
    WHEN r.recommender = 'popularity-segment' THEN
      CAST(CAST(r.score AS BIGINT) AS STRING) || ' customers of '
        || s.segment_name || ' bought it in the last 30 days'
    WHEN r.recommender = 'popularity-category' THEN
      'Bought in the last 30 days in ' || q.category || ', where you bought too'
    WHEN r.recommender = 'popularity-trend' THEN
      CAST(CAST(ROUND(SQRT(r.score * p.customers), 0) AS BIGINT) AS STRING)
        || ' of its ' || CAST(p.customers AS STRING)
        || ' customers bought it in the last 14 days'
    WHEN r.recommender LIKE 'popularity-%' THEN
      CAST(CAST(r.score AS BIGINT) AS STRING)
        || ' customers bought it in the last '
        || SUBSTRING(r.recommender FROM 12) || ' days'
    ELSE 'It goes with what you bought'
  END AS reason,
  CASE
    WHEN r.recommender = ${model_recommender} THEN ${model_id}
    ELSE r.recommender || '-' || ${run_id}
  END AS model_id,
  b.product_id AS because_product_id,
  r.score_without,
  c.is_new_customer,
  ${as_of} AS as_of,
  r.excluded_products,
  COALESCE(s.is_excluded, FALSE) AS is_excluded,
  ${run_id} AS run_id
FROM recommended AS r
JOIN numbered_customers AS c ON c.customer_number = r.customer_number
JOIN recommendations.product_popularity AS p
  ON p.popularity_rank = r.product_number
JOIN curated.products AS q ON q.product_id = p.product_id
LEFT JOIN segments.customer_segment_current AS s
  ON s.customer_id = c.customer_id AND s.segmentation = 'default'
LEFT JOIN recommendations.product_popularity AS b
  ON b.popularity_rank = r.because_number
WHERE r.customer_number IS NOT NULL AND r.item_rank IS NOT NULL;
