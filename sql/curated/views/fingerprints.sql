-- What tells fresh lines apart and what they say, beside the same of what is
-- known, which is numbered like one more file.
SELECT
  line_id / 100000000000 AS file_number,
  CASE WHEN reason IS NULL THEN key_hash ELSE line_hash END AS key_hash,
  reason IS NULL AS is_usable,
  line_hash,
  CAST(copy_number AS BIGINT) AS copy_number,
  line_id,
  product_name,
  CASE WHEN placeholder_customer IS NULL THEN customer_id END AS customer_id,
  country,
  category,
  subcategory,
  store,
  kind,
  declared_kind IS NOT NULL AS is_declared,
  CASE
    WHEN declared_kind IS NOT NULL THEN kind
      || ' ' || CAST(signed_quantity AS STRING)
      || ' ' || CAST(price AS STRING)
      || ' ' || CAST(line_amount AS STRING)
  END AS kind_and_figures
FROM judged_lines
UNION ALL
SELECT
  CAST(0 AS BIGINT) AS file_number,
  key_hash,
  is_usable,
  key_hash AS line_hash,
  line_id AS copy_number,
  line_id,
  product_name,
  customer_id,
  country,
  category,
  subcategory,
  store,
  kind,
  FALSE AS is_declared,
  CAST(NULL AS STRING) AS kind_and_figures
FROM known_fingerprints;
