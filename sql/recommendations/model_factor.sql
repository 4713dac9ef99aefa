-- The numbers of the published model, by codes.
INSERT INTO recommendations.model_factor
SELECT
  ${run_id} AS run_id,
  r.recommender || '-' || ${run_id} AS model_id,
  r.kept.part,
  COALESCE(c.customer_id, p.product_id, '*') AS entity_id,
  r.kept.factor_number,
  r.kept.factor_value,
  o.product_id AS other_product_id
FROM recommended AS r
LEFT JOIN numbered_customers AS c
  ON c.customer_number = r.kept.customer_number
LEFT JOIN numbered_products AS p
  ON p.product_number = r.kept.product_number
LEFT JOIN numbered_products AS o
  ON o.product_number = r.kept.other_number
WHERE r.kept.part IS NOT NULL;
