-- Types coded_lines. Signs are those of the texts: what is rounded to 0 for its
-- column may not be 0.
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
