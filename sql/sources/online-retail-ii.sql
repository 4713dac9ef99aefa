-- The UCI "Online Retail II" file: the same shop, 2009-12 to 2011-12.
CREATE TEMPORARY TABLE online_retail_ii (
  Invoice STRING,
  StockCode STRING,
  Description STRING,
  Quantity STRING,
  InvoiceDate STRING,
  Price STRING,
  `Customer ID` STRING,
  Country STRING
) WITH (
  'connector' = 'retail-files',
  'encoding' = 'utf-8,windows-1252'
);

SELECT
  line,
  receipt AS transaction_id,
  product_code AS product_id,
  Description AS product_name,
  CODE_TEXT(`Customer ID`) AS customer_id,
  NUMBER_TEXT(Quantity) AS quantity,
  NUMBER_TEXT(Price) AS unit_price,
  'GBP' AS currency,
  TIMESTAMP_TEXT(
    InvoiceDate,
    'yyyy-MM-dd HH:mm:ss', 'M/d/yyyy H:mm', 'M/d/yyyy H:mm:ss'
  ) AS sold_at,
  Country AS country,
  CASE
    WHEN product_code IN (
      'POST', 'DOT', 'C2', 'C3', 'BANK CHARGES', 'AMAZONFEE'
    ) THEN 'fee'
    WHEN product_code IN (
      'D', 'M', 'S', 'B', 'CRUK', 'PADS', 'ADJUST', 'ADJUST2', 'GIFT'
    )
      OR product_code LIKE 'TEST%'
      OR product_code LIKE 'GIFT|_0001|_%' ESCAPE '|'
      OR product_code LIKE 'DCGS%'
      OR receipt LIKE 'A%' THEN 'adjustment'
    WHEN receipt LIKE 'C%' THEN 'cancellation'
  END AS declared_kind
FROM (
  SELECT
    *,
    ONCE(CLEAN_TEXT(Invoice)) AS receipt,
    ONCE(UPPER(CLEAN_TEXT(StockCode))) AS product_code
  FROM online_retail_ii
);
