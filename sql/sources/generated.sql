-- The synthetic retailer of `tributary generate`: its transactions and its
-- customers, as CSV or Parquet. Returns are lines with a negative quantity.
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

CREATE TEMPORARY TABLE customers (
  customer_id STRING,
  age STRING,
  gender STRING,
  income STRING,
  education STRING,
  partner STRING,
  children_at_home STRING,
  country STRING,
  customer_since STRING
) WITH (
  'connector' = 'retail-files',
  'files' = 'customers*'
);

SELECT
  line,
  customer_id,
  country,
  NUMBER_TEXT(age) AS age,
  gender,
  education,
  partner AS has_partner,
  NUMBER_TEXT(income) AS income,
  NUMBER_TEXT(children_at_home) AS children_at_home,
  TIMESTAMP_TEXT(customer_since, 'yyyy-MM-dd') AS enrolled_on
FROM customers;
