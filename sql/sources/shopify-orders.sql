-- Shopify: the orders export (Orders, Export, "CSV for Excel" or plain CSV).
-- An order has a row per line item, and what is said of the whole order stands
-- in its first row alone, or in each: it is spread over the order here.
--
-- Lines add up to the order's Subtotal: a discount of the whole order is
-- spread over its lines. What was refunded is taken off in proportion, for the
-- export does not say which items came back: an order refunded in full, voided
-- or cancelled before it was paid has amounts of 0, which makes adjustments of
-- its lines. Shipping and taxes are no lines of the export, and are left out.
CREATE TEMPORARY TABLE orders (
  Name STRING,
  Email STRING,
  `Financial Status` STRING,
  Currency STRING,
  Subtotal STRING,
  Total STRING,
  `Created at` STRING,
  `Lineitem quantity` STRING,
  `Lineitem name` STRING,
  `Lineitem price` STRING,
  `Lineitem sku` STRING,
  `Lineitem discount` STRING,
  `Billing Country` STRING,
  `Shipping Country` STRING,
  `Cancelled at` STRING,
  `Refunded Amount` STRING
) WITH (
  'connector' = 'retail-files',
  'encoding' = 'utf-8,windows-1252',
  'equal-lines' = 'real',
  'last-line' = 'may-be-open'
);

WITH line_items AS (
  SELECT
    *,
    TRY_CAST(NUMBER_TEXT(`Lineitem quantity`) AS DECIMAL(18, 3))
      * TRY_CAST(NUMBER_TEXT(`Lineitem price`) AS DECIMAL(18, 4))
      - COALESCE(
        TRY_CAST(NUMBER_TEXT(`Lineitem discount`) AS DECIMAL(18, 4)),
        CASE WHEN CLEAN_TEXT(`Lineitem discount`) IS NULL THEN 0 END
      ) AS line_total
  FROM orders
),
order_lines AS (
  SELECT
    *,
    SUM(line_total) OVER whole_order AS order_lines_total,
    MAX(TRY_CAST(NUMBER_TEXT(Subtotal) AS DECIMAL(18, 4)))
      OVER whole_order AS order_subtotal,
    MAX(TRY_CAST(NUMBER_TEXT(Total) AS DECIMAL(18, 4)))
      OVER whole_order AS order_total,
    MAX(TRY_CAST(NUMBER_TEXT(`Refunded Amount`) AS DECIMAL(18, 4)))
      OVER whole_order AS order_refund,
    MAX(LOWER(CLEAN_TEXT(`Financial Status`))) OVER whole_order
      AS order_status,
    MAX(CLEAN_TEXT(`Cancelled at`)) OVER whole_order AS order_cancelled,
    MAX(LOWER(CLEAN_TEXT(Email))) OVER whole_order AS order_email,
    MAX(CLEAN_TEXT(Currency)) OVER whole_order AS order_currency,
    MAX(CLEAN_TEXT(`Created at`)) OVER whole_order AS order_created,
    MAX(
      COALESCE(CLEAN_TEXT(`Shipping Country`), CLEAN_TEXT(`Billing Country`))
    ) OVER whole_order AS order_country
  FROM line_items
  WINDOW whole_order AS (PARTITION BY line.source_file, CLEAN_TEXT(Name))
)
SELECT
  line,
  Name AS transaction_id,
  COALESCE(CLEAN_TEXT(`Lineitem sku`), CLEAN_TEXT(`Lineitem name`))
    AS product_id,
  `Lineitem name` AS product_name,
  order_email AS customer_id,
  NUMBER_TEXT(`Lineitem quantity`) AS quantity,
  NUMBER_TEXT(`Lineitem price`) AS unit_price,
  CASE
    -- Not a number: the line becomes a reject that shows it.
    WHEN line_total IS NULL THEN CLEAN_TEXT(`Lineitem discount`)
    WHEN order_status IN ('refunded', 'voided', 'expired')
      OR order_cancelled IS NOT NULL
      AND order_status IN ('pending', 'authorized') THEN '0'
    ELSE CAST(
      CAST(
        line_total
        * CASE
          WHEN order_lines_total > 0 AND order_subtotal >= 0
            AND order_subtotal < order_lines_total
            THEN CAST(order_subtotal AS DOUBLE) / order_lines_total
          ELSE 1E0
        END
        * CASE
          WHEN order_refund >= order_total THEN 0E0
          WHEN order_refund > 0
            THEN 1E0 - CAST(order_refund AS DOUBLE) / order_total
          ELSE 1E0
        END
        AS DECIMAL(20, 4)
      ) AS STRING
    )
  END AS amount,
  order_currency AS currency,
  TIMESTAMP_TEXT(
    order_created,
    'yyyy-MM-dd HH:mm:ss Z', 'yyyy-MM-dd HH:mm:ss', 'yyyy-MM-dd'
  ) AS sold_at,
  order_country AS country
FROM order_lines;
