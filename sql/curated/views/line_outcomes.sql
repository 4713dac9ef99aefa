-- What becomes of lines that others repeat, or that repeat others, one row a
-- line: a repeating line is no sale of its own. The line that it repeats is
-- told what later ones say of it: of each description the latest that was
-- given, for one that is absent, or a placeholder, takes nothing away. A line
-- that declares a kind decides kind, signs and figures. The latest is found as
-- the greatest text that begins with the number of its line.
SELECT
  kept_line_id AS line_id,
  FALSE AS is_repeat,
  SUBSTRING(MAX(order_text || product_name), 20) AS product_name,
  SUBSTRING(MAX(order_text || customer_id), 20) AS customer_id,
  SUBSTRING(MAX(order_text || country), 20) AS country,
  SUBSTRING(MAX(order_text || category), 20) AS category,
  SUBSTRING(MAX(order_text || subcategory), 20) AS subcategory,
  SUBSTRING(MAX(order_text || store), 20) AS store,
  SUBSTRING(MAX(order_text || kind_and_figures), 20) AS kind_and_figures
FROM repeats
WHERE reason LIKE 'updates an earlier line%'
GROUP BY kept_line_id
UNION ALL
SELECT
  line_id,
  TRUE AS is_repeat,
  CAST(NULL AS STRING) AS product_name,
  CAST(NULL AS STRING) AS customer_id,
  CAST(NULL AS STRING) AS country,
  CAST(NULL AS STRING) AS category,
  CAST(NULL AS STRING) AS subcategory,
  CAST(NULL AS STRING) AS store,
  CAST(NULL AS STRING) AS kind_and_figures
FROM repeats;
