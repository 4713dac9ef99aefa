-- Lines that would become rows of curated.sales.
SELECT
  source_file,
  source_line,
  transaction_id,
  product_id,
  product_name,
  CASE WHEN placeholder_customer IS NULL THEN customer_id END AS customer_id,
  kind,
  signed_quantity AS quantity,
  price AS unit_price,
  line_amount AS amount,
  lake_currency AS currency,
  sold_time AS sold_at,
  country,
  store,
  category,
  subcategory,
  placeholder_customer
FROM classified_lines
WHERE reason IS NULL
LIMIT ${rows};
