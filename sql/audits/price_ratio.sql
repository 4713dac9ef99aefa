-- The median, over products sold now and in the months before, of the price
-- now to the price before, for the delivery and for each span before; a
-- product's price is its median. What named and anonymous customers pay is
-- compared apart, since they may buy at other prices, and their part changes
-- from day to day. 1 when that cannot be told from chance: three standard
-- errors of a median, 1.25 s / sqrt(n), with s from the middle half of the
-- products. Prices are counted first, for most are paid often: the median is
-- that on whose lines the middle place is, or the mean of the two around it.
-- Of no span are the prices of all months before, which spans are compared to.
WITH
prices AS (
  SELECT
    product_id,
    customer_id IS NULL AS is_anonymous,
    0 AS spans_ago,
    unit_price,
    COUNT(*) AS price_lines
  FROM ${fresh}
  WHERE kind = 'sale' AND unit_price > 0
  GROUP BY product_id, customer_id IS NULL, unit_price
  UNION ALL
  SELECT
    product_id,
    customer_id IS NULL AS is_anonymous,
    spans_ago,
    unit_price,
    COUNT(*) AS price_lines
  FROM ${published}
  WHERE kind = 'sale' AND unit_price > 0
  GROUP BY product_id, customer_id IS NULL, spans_ago, unit_price
),
prices_of_spans AS (
  SELECT
    p.product_id,
    p.is_anonymous,
    CASE WHEN NOT t.is_of_all THEN p.spans_ago END AS spans_ago,
    p.unit_price,
    SUM(p.price_lines) AS price_lines
  FROM prices AS p
  CROSS JOIN UNNEST(ARRAY[FALSE, TRUE]) AS t (is_of_all)
  WHERE CASE
      WHEN t.is_of_all THEN p.spans_ago IS DISTINCT FROM 0
      ELSE p.spans_ago IS NOT NULL
    END
  GROUP BY
    p.product_id,
    p.is_anonymous,
    CASE WHEN NOT t.is_of_all THEN p.spans_ago END,
    p.unit_price
),
places AS (
  SELECT
    product_id,
    is_anonymous,
    spans_ago,
    unit_price,
    price_lines,
    SUM(price_lines) OVER (
      PARTITION BY product_id, is_anonymous, spans_ago
      ORDER BY unit_price
    ) AS last_place,
    SUM(price_lines) OVER (
      PARTITION BY product_id, is_anonymous, spans_ago
      ORDER BY unit_price
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS all_lines
  FROM prices_of_spans
),
medians AS (
  SELECT
    product_id,
    is_anonymous,
    spans_ago,
    AVG(LN(CAST(unit_price AS DOUBLE))) AS log_price
  FROM places
  WHERE 2 * last_place >= all_lines
    AND 2 * (last_place - price_lines) <= all_lines
  GROUP BY product_id, is_anonymous, spans_ago
),
shifts AS (
  SELECT
    spans_ago,
    log_price - MAX(CASE WHEN spans_ago IS NULL THEN log_price END) OVER (
      PARTITION BY product_id, is_anonymous
    ) AS shift
  FROM medians
),
ordered AS (
  SELECT
    spans_ago,
    shift,
    ROW_NUMBER() OVER (PARTITION BY spans_ago ORDER BY shift) AS place,
    COUNT(*) OVER (
      PARTITION BY spans_ago
      ORDER BY shift
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS products
  FROM shifts
  WHERE spans_ago IS NOT NULL AND shift IS NOT NULL
),
quartiles AS (
  SELECT
    spans_ago,
    MAX(products) AS products,
    AVG(
      CASE
        WHEN 2 * place BETWEEN products AND products + 2 THEN shift
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
