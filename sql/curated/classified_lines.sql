-- Types named_lines, gives each its kind, and the reason why a line cannot be
-- used where there is one. First match wins, in both.
CREATE TEMPORARY VIEW typed_lines AS
SELECT
  *,
  ONCE(PARSE_QUANTITY(quantity)) AS delivered_quantity,
  ONCE(PARSE_PRICE(unit_price)) AS delivered_price,
  ONCE(PARSE_AMOUNT(amount)) AS delivered_amount,
  ONCE(PARSE_TIMESTAMP(sold_at)) AS sold_time
FROM named_lines;

-- A line total without a price gives the price; a negative total or a
-- cancellation makes the quantity negative. Fees and adjustments stay as they
-- were delivered.
CREATE TEMPORARY VIEW signed_lines AS
SELECT
  *,
  CASE
    WHEN declared_kind IN ('fee', 'adjustment') THEN delivered_quantity
    WHEN declared_kind = 'cancellation' OR delivered_amount < 0
      THEN -ABS(delivered_quantity)
    ELSE delivered_quantity
  END AS signed_quantity,
  CASE
    WHEN unit_price IS NOT NULL THEN delivered_price
    WHEN declared_kind IN ('fee', 'adjustment') AND delivered_quantity <> 0
      THEN CAST(delivered_amount / delivered_quantity AS DECIMAL(18, 4))
    WHEN delivered_quantity <> 0 THEN CAST(
      ABS(delivered_amount) / ABS(delivered_quantity) AS DECIMAL(18, 4)
    )
  END AS price
FROM typed_lines;

CREATE TEMPORARY VIEW priced_lines AS
SELECT
  *,
  CASE
    WHEN declared_kind IN ('fee', 'adjustment') AND amount IS NOT NULL
      THEN delivered_amount
    WHEN amount IS NOT NULL AND signed_quantity < 0
      THEN -ABS(delivered_amount)
    WHEN amount IS NOT NULL THEN delivered_amount
    ELSE CAST(signed_quantity * price AS DECIMAL(20, 4))
  END AS line_amount
FROM signed_lines;

CREATE TEMPORARY VIEW classified_lines AS
SELECT
  *,
  ${currency} AS lake_currency,
  CASE
    WHEN declared_kind IN ('fee', 'adjustment') THEN declared_kind
    WHEN line_amount = 0 OR delivered_price = 0 THEN 'adjustment'
    WHEN declared_kind = 'cancellation' THEN 'cancellation'
    WHEN signed_quantity < 0 THEN 'return'
    ELSE 'sale'
  END AS kind,
  CASE
    WHEN problem IS NOT NULL THEN 'line could not be split into columns'
    WHEN transaction_id IS NULL THEN 'transaction_id is missing'
    WHEN product_id IS NULL THEN 'product_id is missing'
    WHEN sold_at IS NULL THEN 'sold_at is missing'
    WHEN sold_time IS NULL THEN 'sold_at is not a real time'
    WHEN sold_time < ${earliest} OR sold_time >= ${latest}
      THEN 'sold_at is outside the plausible years'
    WHEN sold_time > ingested_at + INTERVAL '1' DAY
      THEN 'sold_at is after its file was taken in'
    WHEN quantity IS NULL THEN 'quantity is missing'
    WHEN delivered_quantity IS NULL THEN 'quantity is not a number'
    WHEN delivered_quantity = 0 THEN 'quantity is zero'
    WHEN unit_price IS NULL AND amount IS NULL THEN 'unit_price is missing'
    WHEN unit_price IS NOT NULL AND delivered_price IS NULL
      THEN 'unit_price is not a number'
    WHEN amount IS NOT NULL AND delivered_amount IS NULL
      THEN 'amount is not a number'
    WHEN price IS NULL OR line_amount IS NULL THEN 'amount is out of range'
    WHEN delivered_price < 0
      AND COALESCE(declared_kind, '') NOT IN ('fee', 'adjustment')
      THEN 'unit_price is negative'
    WHEN currency <> ${currency} THEN 'currency is not the lake''s'
    WHEN declared_kind NOT IN ('fee', 'adjustment', 'cancellation')
      THEN 'declared_kind is unknown'
  END AS reason
FROM priced_lines;
