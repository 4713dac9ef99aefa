-- The columns of curated.sales that are looked at: numbers as DOUBLE, all
-- others as text.
SELECT
  transaction_id,
  product_id,
  product_name,
  customer_id,
  kind,
  CAST(quantity AS DOUBLE) AS quantity,
  CAST(unit_price AS DOUBLE) AS unit_price,
  CAST(amount AS DOUBLE) AS amount,
  currency,
  CAST(CAST(sold_at AS TIMESTAMP(0)) AS STRING) AS sold_at,
  CAST(sale_date AS STRING) AS sale_date,
  country,
  category,
  subcategory,
  source_file,
  source,
  store
FROM curated.sales;
