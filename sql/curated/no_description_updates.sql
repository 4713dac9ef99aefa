-- No later line says anything new of a sale.
CREATE TEMPORARY VIEW description_updates AS
SELECT
  kept_line_id,
  CAST(NULL AS STRING) AS hash_text,
  CAST(NULL AS STRING) AS product_name,
  CAST(NULL AS STRING) AS customer_id,
  CAST(NULL AS STRING) AS country,
  CAST(NULL AS STRING) AS category,
  CAST(NULL AS STRING) AS subcategory,
  CAST(NULL AS STRING) AS store,
  CAST(NULL AS STRING) AS kind_and_figures
FROM curated.duplicates
WHERE FALSE;
