-- Gives each line its kind, and the reason why it cannot be used where there is
-- one. First match wins, in both.
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
