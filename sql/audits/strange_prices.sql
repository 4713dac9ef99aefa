-- The share of sale lines, of products sold before, whose price is more than
-- 7 % from each price at which the product was sold before. A median does not
-- tell that half of the prices are wrong.
WITH
prices_now AS (
  SELECT product_id, unit_price, COUNT(*) AS price_lines
  FROM ${fresh}
  WHERE kind = 'sale' AND unit_price > 0
  GROUP BY product_id, unit_price
),
prices_before AS (
  SELECT DISTINCT product_id, unit_price
  FROM ${published}
  WHERE kind = 'sale' AND unit_price > 0
),
nearest AS (
  SELECT
    n.product_id,
    n.unit_price,
    MAX(n.price_lines) AS price_lines,
    MIN(
      ABS(LN(CAST(n.unit_price AS DOUBLE)) - LN(CAST(b.unit_price AS DOUBLE)))
    ) AS distance
  FROM prices_now AS n
  JOIN prices_before AS b ON b.product_id = n.product_id
  GROUP BY n.product_id, n.unit_price
),
products AS (
  SELECT
    product_id,
    SUM(CASE WHEN distance > LN(1.07E0) THEN price_lines ELSE 0 END) AS strange,
    SUM(price_lines) AS all_lines
  FROM nearest
  GROUP BY product_id
),
counts AS (
  SELECT
    SUM(strange) AS strange,
    SUM(all_lines) AS all_lines,
    COUNT(*) AS products
  FROM products
)
SELECT
  CAST(strange AS STRING) || ' of ' || CAST(all_lines AS STRING)
    || ' lines, of ' || CAST(products AS STRING) || ' products' AS label,
  strange * 1.0E0 / all_lines AS figure
FROM counts
WHERE products >= 20 AND all_lines >= 100;
