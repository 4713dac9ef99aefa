-- What a fresh line of the same keys would repeat: sales that are carried over,
-- each as its latest lines described it, and published rejects.
SELECT
  key_hash,
  TRUE AS is_usable,
  line_id,
  product_name,
  customer_id,
  country,
  category,
  subcategory,
  store,
  kind
FROM carried_sales
UNION ALL
SELECT
  line_hash AS key_hash,
  FALSE AS is_usable,
  line_id,
  CAST(NULL AS STRING) AS product_name,
  CAST(NULL AS STRING) AS customer_id,
  CAST(NULL AS STRING) AS country,
  CAST(NULL AS STRING) AS category,
  CAST(NULL AS STRING) AS subcategory,
  CAST(NULL AS STRING) AS store,
  CAST(NULL AS STRING) AS kind
FROM published.curated.rejects;
