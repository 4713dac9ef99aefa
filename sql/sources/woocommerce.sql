-- WooCommerce: the orders of the plugin "Advanced Order Export", in its own
-- choice of columns: a row per item, after refunds, with what is said of the
-- order in its first row or in each.
--
-- Orders that were never paid, or refunded in full, have amounts of 0, which
-- makes adjustments of their lines; an item of which all came back has a
-- quantity of 0 and is a reject that says so. A shop in another language has
-- other words for its statuses: add them below. Item Cost is after discounts
-- and without tax.
CREATE TEMPORARY TABLE order_items (
  `Order Number` STRING,
  `Order Status` STRING,
  `Order Date` STRING,
  `Country Code (Billing)` STRING,
  `Email (Billing)` STRING,
  SKU STRING,
  `Item Name` STRING,
  `Quantity (- Refund)` STRING,
  `Item Cost` STRING
) WITH (
  'connector' = 'retail-files',
  'encoding' = 'utf-8,windows-1252',
  'equal-lines' = 'real',
  'last-line' = 'may-be-open'
);

WITH order_lines AS (
  SELECT
    *,
    MAX(LOWER(CLEAN_TEXT(`Order Status`))) OVER whole_order AS order_status,
    MAX(CLEAN_TEXT(`Order Date`)) OVER whole_order AS order_date,
    MAX(LOWER(CLEAN_TEXT(`Email (Billing)`))) OVER whole_order AS order_email,
    MAX(CLEAN_TEXT(`Country Code (Billing)`)) OVER whole_order
      AS order_country
  FROM order_items
  WINDOW whole_order AS (
    PARTITION BY line.source_file, CLEAN_TEXT(`Order Number`)
  )
)
SELECT
  line,
  `Order Number` AS transaction_id,
  COALESCE(CLEAN_TEXT(SKU), CLEAN_TEXT(`Item Name`)) AS product_id,
  `Item Name` AS product_name,
  order_email AS customer_id,
  NUMBER_TEXT(`Quantity (- Refund)`) AS quantity,
  NUMBER_TEXT(`Item Cost`) AS unit_price,
  CASE
    WHEN order_status IN (
      'cancelled', 'wc-cancelled', 'failed', 'wc-failed',
      'refunded', 'wc-refunded', 'pending payment', 'pending', 'wc-pending',
      'draft', 'checkout-draft', 'trash'
    ) THEN '0'
  END AS amount,
  TIMESTAMP_TEXT(
    order_date,
    'yyyy-MM-dd HH:mm', 'yyyy-MM-dd HH:mm:ss', 'yyyy-MM-dd',
    'yyyy-MM-dd''T''HH:mm:ss'
  ) AS sold_at,
  order_country AS country
FROM order_lines;
