-- Bulk buyers order many times the units per order of the window's typical
-- customer, which is the geometric mean. Units are rounded: none may be left.
WITH with_typical_order AS (
  SELECT
    *,
    EXP(CAST(
      SUM(CAST(LN(GREATEST(units_per_order, 0.001E0)) AS DECIMAL(20, 9)))
        OVER (PARTITION BY window_end)
      / COUNT(*) OVER (PARTITION BY window_end)
    AS DOUBLE)) AS typical_units_per_order
  FROM window_behaviour
),

with_bulk_buyers AS (
  SELECT
    *,
    units_per_order >= ${bulk_factor} * typical_units_per_order
      AS is_bulk_buyer
  FROM with_typical_order
)

SELECT
  *,
  orders >= ${minimum_orders}
    AND lines_in_countries > 0
    AND (${includes_bulk_buyers} OR NOT is_bulk_buyer) AS is_wanted
FROM with_bulk_buyers;
