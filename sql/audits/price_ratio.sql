-- The median, over products sold now and in the months before, of the price
-- now to the price before, for the delivery and for each span before; a
-- product's price is its median. What named and anonymous customers pay is
-- compared apart, since they may buy at other prices, and their part changes
-- from day to day. 1 when that cannot be told from chance: three standard
-- errors of a median, 1.25 s / sqrt(n), with s from the middle half of the
-- products.
WITH
earlier AS (
  SELECT
    product_id,
    customer_id IS NULL AS is_anonymous,
    spans_ago,
    unit_price
  FROM ${published}
  WHERE kind = 'sale' AND unit_price > 0
),
positions_before AS (
  SELECT
    product_id,
    is_anonymous,
    LN(CAST(unit_price AS DOUBLE)) AS log_price,
    ROW_NUMBER() OVER (
      PARTITION BY product_id, is_anonymous
      ORDER BY unit_price
    ) AS place,
    COUNT(*) OVER (PARTITION BY product_id, is_anonymous) AS lines
  FROM earlier
  WHERE spans_ago IS DISTINCT FROM 0
),
medians_before AS (
  SELECT product_id, is_anonymous, AVG(log_price) AS log_price
  FROM positions_before
  WHERE place BETWEEN lines / 2.0 AND lines / 2.0 + 1
  GROUP BY product_id, is_anonymous
),
prices AS (
  SELECT
    product_id,
    customer_id IS NULL AS is_anonymous,
    0 AS spans_ago,
    unit_price
  FROM ${fresh}
  WHERE kind = 'sale' AND unit_price > 0
  UNION ALL
  SELECT product_id, is_anonymous, spans_ago, unit_price
  FROM earlier
  WHERE spans_ago IS NOT NULL
),
positions AS (
  SELECT
    product_id,
    is_anonymous,
    spans_ago,
    LN(CAST(unit_price AS DOUBLE)) AS log_price,
    ROW_NUMBER() OVER (
      PARTITION BY product_id, is_anonymous, spans_ago
      ORDER BY unit_price
    ) AS place,
    COUNT(*) OVER (PARTITION BY product_id, is_anonymous, spans_ago) AS lines
  FROM prices
),
medians AS (
  SELECT product_id, is_anonymous, spans_ago, AVG(log_price) AS log_price
  FROM positions
  WHERE place BETWEEN lines / 2.0 AND lines / 2.0 + 1
  GROUP BY product_id, is_anonymous, spans_ago
),
shifts AS (
  SELECT m.spans_ago, m.log_price - b.log_price AS shift
  FROM medians m
  JOIN medians_before b
    ON b.product_id = m.product_id AND b.is_anonymous = m.is_anonymous
),
ordered AS (
  SELECT
    spans_ago,
    shift,
    ROW_NUMBER() OVER (PARTITION BY spans_ago ORDER BY shift) AS place,
    COUNT(*) OVER (PARTITION BY spans_ago) AS products
  FROM shifts
),
quartiles AS (
  SELECT
    spans_ago,
    MAX(products) AS products,
    AVG(
      CASE
        WHEN place BETWEEN products / 2.0 AND products / 2.0 + 1 THEN shift
      END
    ) AS middle,
    MIN(CASE WHEN place >= products * 0.25 THEN shift END) AS lower_one,
    MIN(CASE WHEN place >= products * 0.75 THEN shift END) AS upper_one
  FROM ordered
  GROUP BY spans_ago
)
SELECT
  CAST(products AS STRING) || ' products' AS label,
  CASE
    WHEN ABS(middle) <= 3 * 1.25 * (upper_one - lower_one) / 1.349
      / SQRT(CAST(products AS DOUBLE))
      THEN 1.0E0
    ELSE EXP(middle)
  END AS figure,
  0.0E0 AS chance,
  spans_ago
FROM quartiles
WHERE products >= 20;
