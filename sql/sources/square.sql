-- Square: the items report (Reporting, Item sales, Export, "Items detail CSV").
-- Net Sales are after discounts and without tax, as $1,234.50, -$4.50 or
-- ($4.50). A refund is a row of its own. The export names no currency.
--
-- Dates are written as the shop's country does: a date such as 03/04/2025 is
-- read month first where the time zone is one of the United States, and day
-- first elsewhere; 2025-04-03 is read anywhere.
CREATE TEMPORARY TABLE items (
  `Date` STRING,
  `Time` STRING,
  `Time Zone` STRING,
  Category STRING,
  Item STRING,
  Qty STRING,
  `Price Point Name` STRING,
  SKU STRING,
  `Net Sales` STRING,
  `Transaction ID` STRING,
  `Event Type` STRING,
  Location STRING,
  `Customer ID` STRING
) WITH (
  'connector' = 'retail-files',
  'encoding' = 'utf-8,windows-1252',
  -- Two equal rows of a transaction are two coffees.
  'equal-lines' = 'real',
  'last-line' = 'may-be-open'
);

WITH named AS (
  SELECT
    *,
    CLEAN_TEXT(Item)
      || CASE
        WHEN COALESCE(CLEAN_TEXT(`Price Point Name`), 'Regular') = 'Regular'
          THEN ''
        ELSE ' - ' || CLEAN_TEXT(`Price Point Name`)
      END AS item_name,
    CLEAN_TEXT(`Date`) || ' ' || CLEAN_TEXT(`Time`) AS sold_text,
    CLEAN_TEXT(`Time Zone`) LIKE '%(US & Canada)%'
      OR CLEAN_TEXT(`Time Zone`) IN (
        'Alaska', 'Arizona', 'Hawaii', 'Indiana (East)', 'American Samoa'
      )
      OR CLEAN_TEXT(`Time Zone`) LIKE 'America/%'
      OR CLEAN_TEXT(`Time Zone`) LIKE 'US/%' AS is_month_first
  FROM items
)
SELECT
  line,
  `Transaction ID` AS transaction_id,
  COALESCE(CLEAN_TEXT(SKU), item_name, 'Custom Amount') AS product_id,
  COALESCE(item_name, 'Custom Amount') AS product_name,
  Category AS category,
  `Customer ID` AS customer_id,
  NUMBER_TEXT(Qty) AS quantity,
  NUMBER_TEXT(`Net Sales`) AS amount,
  CASE
    WHEN is_month_first THEN TIMESTAMP_TEXT(
      sold_text,
      'yyyy-MM-dd HH:mm:ss', 'yyyy-MM-dd HH:mm',
      'M/d/yy H:mm:ss', 'M/d/yyyy H:mm:ss', 'M/d/yy H:mm', 'M/d/yyyy H:mm',
      'M/d/yy h:mm:ss a', 'M/d/yyyy h:mm:ss a',
      'M/d/yy h:mm a', 'M/d/yyyy h:mm a'
    )
    ELSE TIMESTAMP_TEXT(
      sold_text,
      'yyyy-MM-dd HH:mm:ss', 'yyyy-MM-dd HH:mm',
      'd/M/yy H:mm:ss', 'd/M/yyyy H:mm:ss', 'd/M/yy H:mm', 'd/M/yyyy H:mm'
    )
  END AS sold_at,
  Location AS store,
  CASE
    WHEN LOWER(CLEAN_TEXT(`Event Type`)) = 'refund' THEN 'cancellation'
  END AS declared_kind
FROM named;
