-- By how much the share of sale lines has grown that another line equals in
-- everything but the ids of receipts and customers: time, product, quantity and
-- price. 0 is as before, 1 that all lines are repeated now.
WITH
sale_lines AS (
  SELECT
    1 AS is_fresh,
    sold_at,
    product_id,
    quantity,
    unit_price
  FROM ${fresh}
  WHERE kind = 'sale' AND copy_number = 1
  UNION ALL
  SELECT
    0 AS is_fresh,
    sold_at,
    product_id,
    quantity,
    unit_price
  FROM ${published}
  WHERE kind = 'sale' AND copy_number = 1
),
equal_lines AS (
  SELECT SUM(is_fresh) AS lines_now, SUM(1 - is_fresh) AS lines_before
  FROM sale_lines
  GROUP BY sold_at, product_id, quantity, unit_price
),
counts AS (
  SELECT
    SUM(lines_now) AS lines_now,
    SUM(lines_before) AS lines_before,
    SUM(CASE WHEN lines_now + lines_before > 1 THEN lines_now ELSE 0 END)
      AS repeated_now,
    SUM(CASE WHEN lines_before > 1 THEN lines_before ELSE 0 END)
      AS repeated_before
  FROM equal_lines
),
shares AS (
  SELECT
    *,
    repeated_now * 1.0E0 / lines_now AS share_now,
    repeated_before * 1.0E0 / lines_before AS share_before
  FROM counts
  WHERE lines_now >= 20 AND lines_before >= 20
)
SELECT
  CAST(repeated_now AS STRING) || ' of ' || CAST(lines_now AS STRING)
    || ' lines, before ' || CAST(repeated_before AS STRING) || ' of '
    || CAST(lines_before AS STRING) AS label,
  (share_now - share_before) / (1 - share_before) AS figure
FROM shares
WHERE share_before < 1;
