-- WooCommerce: the orders of the extension "Customer / Order / Coupon Export",
-- format "Default - One Row per Item". Totals of items are after discounts and
-- without tax; what was refunded of an item is taken off.
--
-- Orders that were never paid, or refunded in full, have amounts of 0, which
-- makes adjustments of their lines.
CREATE TEMPORARY TABLE order_items (
  order_number STRING,
  `date` STRING,
  status STRING,
  order_currency STRING,
  billing_email STRING,
  billing_country STRING,
  item_name STRING,
  item_sku STRING,
  item_quantity STRING,
  item_total STRING,
  item_refunded STRING
) WITH (
  'connector' = 'retail-files',
  'encoding' = 'utf-8,windows-1252',
  'equal-lines' = 'real',
  'last-line' = 'may-be-open'
);

SELECT
  line,
  order_number AS transaction_id,
  COALESCE(CLEAN_TEXT(item_sku), CLEAN_TEXT(item_name)) AS product_id,
  item_name AS product_name,
  LOWER(billing_email) AS customer_id,
  NUMBER_TEXT(item_quantity) AS quantity,
  CASE
    WHEN REGEXP_REPLACE(LOWER(CLEAN_TEXT(status)), '^wc-', '') IN (
      'cancelled', 'failed', 'refunded', 'pending', 'draft',
      'checkout-draft', 'trash'
    ) THEN '0'
    WHEN CLEAN_TEXT(item_refunded) IS NULL THEN NUMBER_TEXT(item_total)
    -- A refund that is not a number makes a reject that shows it.
    ELSE COALESCE(
      CAST(
        TRY_CAST(NUMBER_TEXT(item_total) AS DECIMAL(18, 4))
        - ABS(TRY_CAST(NUMBER_TEXT(item_refunded) AS DECIMAL(18, 4)))
        AS STRING
      ),
      CASE
        WHEN TRY_CAST(NUMBER_TEXT(item_total) AS DECIMAL(18, 4)) IS NULL
          THEN item_total
        ELSE item_refunded
      END
    )
  END AS amount,
  order_currency AS currency,
  TIMESTAMP_TEXT(
    `date`,
    'yyyy-MM-dd HH:mm:ss', 'yyyy-MM-dd HH:mm', 'yyyy-MM-dd'
  ) AS sold_at,
  billing_country AS country
FROM order_items;
