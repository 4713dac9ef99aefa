-- The synthetic retailer of `tributary generate`: its transactions, as CSV or
-- Parquet. Returns are lines with a negative quantity.
CREATE TEMPORARY TABLE transactions (
  transaction_id STRING,
  customer_id STRING,
  product_id STRING,
  product_name STRING,
  category STRING,
  subcategory STRING,
  quantity STRING,
  unit_price STRING,
  sold_at STRING,
  country STRING
) WITH (
  'connector' = 'retail-files',
  'files' = 'transactions*'
);

SELECT
  line,
  transaction_id,
  product_id,
  product_name,
  category,
  subcategory,
  customer_id,
  NUMBER_TEXT(quantity) AS quantity,
  NUMBER_TEXT(unit_price) AS unit_price,
  'EUR' AS currency,
  TIMESTAMP_TEXT(sold_at, 'yyyy-MM-dd HH:mm:ss') AS sold_at,
  country
FROM transactions;
