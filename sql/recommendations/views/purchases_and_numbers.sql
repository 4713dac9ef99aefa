-- What the task of a kept model reads: purchases, and the model's numbers by
-- the numbers that customers and products have now. Those that are gone fall
-- out; 0 stands for none.
SELECT
  customer_number,
  product_number,
  weight_now,
  weight_known,
  net_now,
  net_known,
  age_now,
  age_known,
  group_now,
  group_known,
  is_excluded,
  is_repeatable,
  CAST(NULL AS STRING) AS part,
  0 AS other_number,
  0 AS factor_number,
  CAST(0 AS DOUBLE) AS factor_value
FROM purchases
UNION ALL
SELECT
  COALESCE(c.customer_number, 0) AS customer_number,
  COALESCE(p.product_number, 0) AS product_number,
  CAST(0 AS BIGINT) AS weight_now,
  CAST(0 AS BIGINT) AS weight_known,
  CAST(0 AS DOUBLE) AS net_now,
  CAST(0 AS DOUBLE) AS net_known,
  0 AS age_now,
  0 AS age_known,
  0 AS group_now,
  0 AS group_known,
  FALSE AS is_excluded,
  FALSE AS is_repeatable,
  f.part,
  COALESCE(o.product_number, 0) AS other_number,
  f.factor_number,
  f.factor_value
FROM recommendations.model_factor AS f
LEFT JOIN numbered_customers AS c
  ON f.part LIKE 'customer%' AND c.customer_id = f.entity_id
LEFT JOIN numbered_products AS p
  ON f.part NOT LIKE 'customer%' AND p.product_id = f.entity_id
LEFT JOIN numbered_products AS o ON o.product_id = f.other_product_id
WHERE f.run_id = ${model_run} AND f.model_id = ${model_id}
  AND (f.part = 'rating' OR COALESCE(c.customer_number, p.product_number) > 0)
  AND (f.other_product_id IS NULL OR o.product_number > 0);
