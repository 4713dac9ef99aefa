-- A line total without a price gives the price.
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
