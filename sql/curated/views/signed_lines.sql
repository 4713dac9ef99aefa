-- A negative total or quantity, or a cancellation, makes both negative. Fees
-- and adjustments stay as they were delivered.
SELECT
  *,
  NOT keeps_signs AND (
    COALESCE(declared_kind = 'cancellation', FALSE)
    OR COALESCE(amount_sign < 0, FALSE)
    OR COALESCE(quantity_sign < 0, FALSE)
  ) AS comes_back,
  COALESCE(delivered_amount, computed_amount) AS unsigned_amount
FROM typed_lines;
