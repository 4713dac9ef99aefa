-- The median, over products sold now and in the months before, of the price
-- now to the price before; a product's price is its median. 1 when that cannot
-- be told from chance: three standard errors of a median, 1.25 s / sqrt(n),
-- with s from the middle half of the products.
WITH
prices AS (
  SELECT product_id, unit_price, 1 AS is_fresh
  FROM ${fresh}
  WHERE kind = 'sale' AND unit_price > 0
  UNION ALL
  SELECT product_id, unit_price, 0 AS is_fresh
  FROM ${published}
  WHERE kind = 'sale' AND unit_price > 0
),
positions AS (
  SELECT
    product_id,
    is_fresh,
    LN(CAST(unit_price AS DOUBLE)) AS log_price,
    ROW_NUMBER() OVER (
      PARTITION BY product_id, is_fresh
      ORDER BY unit_price
    ) AS place,
    COUNT(*) OVER (PARTITION BY product_id, is_fresh) AS lines
  FROM prices
),
medians AS (
  SELECT product_id, is_fresh, AVG(log_price) AS log_price
  FROM positions
  WHERE place BETWEEN lines / 2.0 AND lines / 2.0 + 1
  GROUP BY product_id, is_fresh
),
shifts AS (
  SELECT f.log_price - p.log_price AS shift
  FROM medians f
  JOIN medians p
    ON p.product_id = f.product_id AND p.is_fresh = 0
  WHERE f.is_fresh = 1
),
ordered AS (
  SELECT
    shift,
    ROW_NUMBER() OVER (ORDER BY shift) AS place,
    COUNT(*) OVER () AS products
  FROM shifts
),
quartiles AS (
  SELECT
    MAX(products) AS products,
    AVG(
      CASE
        WHEN place BETWEEN products / 2.0 AND products / 2.0 + 1 THEN shift
      END
    ) AS middle,
    MIN(CASE WHEN place >= products * 0.25 THEN shift END) AS lower_one,
    MIN(CASE WHEN place >= products * 0.75 THEN shift END) AS upper_one
  FROM ordered
)
SELECT
  CAST(products AS STRING) || ' products' AS label,
  CASE
    WHEN ABS(middle) <= 3 * 1.25 * (upper_one - lower_one) / 1.349
      / SQRT(CAST(products AS DOUBLE))
      THEN 1.0E0
    ELSE EXP(middle)
  END AS figure
FROM quartiles
WHERE products >= 20;
