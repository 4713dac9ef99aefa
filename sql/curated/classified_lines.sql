-- Types coded_lines, gives each its kind, and the reason why a line cannot be
-- used where there is one. First match wins, in both.
CREATE TEMPORARY VIEW typed_lines AS
SELECT
  *,
  ONCE(PARSE_QUANTITY(quantity)) AS delivered_quantity,
  ONCE(PARSE_PRICE(unit_price)) AS delivered_price,
  ONCE(PARSE_AMOUNT(amount)) AS delivered_amount,
  ONCE(NUMBER_SIGN(quantity)) AS quantity_sign,
  ONCE(NUMBER_SIGN(unit_price)) AS price_sign,
  ONCE(NUMBER_SIGN(amount)) AS amount_sign,
  ONCE(LINE_AMOUNT(quantity, unit_price)) AS computed_amount,
  ONCE(UNIT_PRICE(amount, quantity)) AS computed_price,
  ONCE(PARSE_TIMESTAMP(sold_at)) AS sold_time,
  COALESCE(declared_kind IN ('fee', 'adjustment'), FALSE) AS keeps_signs
FROM coded_lines;

-- A negative total or quantity, or a cancellation, makes both negative. Fees
-- and adjustments stay as they were delivered. Signs are those of the texts:
-- what is rounded to 0 for its column may not be 0.
CREATE TEMPORARY VIEW signed_lines AS
SELECT
  *,
  NOT keeps_signs AND (
    COALESCE(declared_kind = 'cancellation', FALSE)
    OR COALESCE(amount_sign < 0, FALSE)
    OR COALESCE(quantity_sign < 0, FALSE)
  ) AS comes_back,
  COALESCE(delivered_amount, computed_amount) AS unsigned_amount
FROM typed_lines;

-- A line total without a price gives the price.
CREATE TEMPORARY VIEW priced_lines AS
SELECT
  *,
  CASE
    WHEN keeps_signs THEN delivered_quantity
    WHEN comes_back THEN -ABS(delivered_quantity)
    ELSE delivered_quantity
  END AS signed_quantity,
  CASE
    WHEN unit_price IS NOT NULL THEN delivered_price
    WHEN keeps_signs THEN computed_price
    ELSE ABS(computed_price)
  END AS price,
  CASE
    WHEN keeps_signs THEN unsigned_amount
    WHEN comes_back THEN -ABS(unsigned_amount)
    ELSE unsigned_amount
  END AS line_amount
FROM signed_lines;

CREATE TEMPORARY VIEW classified_lines AS
SELECT
  *,
  ${currency} AS lake_currency,
  CASE
    WHEN declared_kind IN ('fee', 'adjustment') THEN declared_kind
    WHEN amount_sign = 0 OR price_sign = 0 THEN 'adjustment'
    WHEN declared_kind = 'cancellation' THEN 'cancellation'
    WHEN comes_back THEN 'return'
    ELSE 'sale'
  END AS kind,
  COALESCE(
    CASE
      WHEN problem IS NOT NULL THEN 'line could not be split into columns'
      WHEN transaction_id IS NULL THEN 'transaction_id is missing'
      WHEN product_id IS NULL THEN 'product_id is missing'
      WHEN sold_at IS NULL THEN 'sold_at is missing'
    END,
    CASE
      WHEN sold_time IS NULL THEN 'sold_at is not a real time'
      WHEN sold_time < ${earliest} OR sold_time >= ${latest}
        THEN 'sold_at is outside the plausible years'
      WHEN sold_time > ingested_at + INTERVAL '1' DAY
        THEN 'sold_at is after its file was taken in'
    END,
    CASE
      WHEN quantity IS NULL THEN 'quantity is missing'
      WHEN delivered_quantity IS NULL THEN 'quantity is not a number'
      WHEN quantity_sign = 0 THEN 'quantity is zero'
    END,
    CASE
      WHEN unit_price IS NULL AND amount IS NULL THEN 'unit_price is missing'
      WHEN unit_price IS NOT NULL AND delivered_price IS NULL
        THEN 'unit_price is not a number'
      WHEN amount IS NOT NULL AND delivered_amount IS NULL
        THEN 'amount is not a number'
      WHEN price IS NULL OR line_amount IS NULL THEN 'amount is out of range'
      WHEN price_sign < 0 AND NOT keeps_signs THEN 'unit_price is negative'
      WHEN line_amount = 0 AND COALESCE(amount_sign, price_sign) <> 0
        THEN 'amount rounds to zero'
    END,
    CASE
      WHEN currency <> ${currency} AND currency_code IS NULL
        THEN 'currency is not an ISO 4217 code'
      WHEN currency <> ${currency} AND currency_code <> UPPER(${currency})
        THEN 'currency is not the lake''s'
      WHEN declared_kind NOT IN ('fee', 'adjustment', 'cancellation')
        THEN 'declared_kind is unknown'
    END
  ) AS reason
FROM priced_lines;
