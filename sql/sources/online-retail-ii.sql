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
  Invoice AS transaction_id,
  UPPER(StockCode) AS product_id,
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
    WHEN UPPER(StockCode) IN (
      'POST', 'DOT', 'C2', 'C3', 'BANK CHARGES', 'AMAZONFEE'
    ) THEN 'fee'
    WHEN UPPER(StockCode) IN (
      'D', 'M', 'S', 'B', 'CRUK', 'PADS', 'ADJUST', 'ADJUST2', 'GIFT'
    )
      OR UPPER(StockCode) LIKE 'TEST%'
      OR UPPER(StockCode) LIKE 'GIFT|_0001|_%' ESCAPE '|'
      OR UPPER(StockCode) LIKE 'DCGS%'
      OR Invoice LIKE 'A%' THEN 'adjustment'
    WHEN Invoice LIKE 'C%' THEN 'cancellation'
  END AS declared_kind
FROM online_retail_ii;
