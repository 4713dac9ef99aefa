-- Who bought what, once per customer and product, as it is known now and as it
-- was known before the last days; with a row for every customer and for every
-- product by itself, and one for every exclusion. A purchase is worth half as
-- much after 60 days; worths are whole millionths, so that sums do not depend
-- on their order, and never none: what was bought years ago is bought. What was
-- bought after the day until which things are known is left out.
WITH
lines AS (
  SELECT /*+ BROADCAST(p, c) */
    c.customer_number,
    p.product_number,
    s.kind = 'sale' AS is_sale,
    s.amount,
    TIMESTAMPDIFF(
      DAY,
      CAST(s.sale_date AS TIMESTAMP(3)),
      CAST(${known_until} AS TIMESTAMP(3))
    ) AS age
  FROM curated.sales AS s
  JOIN numbered_products AS p ON p.product_id = s.product_id
  JOIN numbered_customers AS c ON c.customer_id = s.customer_id
  WHERE s.kind IN ('sale', 'return', 'cancellation')
    AND s.sale_date <= ${known_until}
),
pairs AS (
  SELECT
    customer_number,
    product_number,
    SUM(
      CASE WHEN is_sale
        THEN CAST(1000000 * POWER(0.5, age / 60.0) + 1 AS BIGINT)
        ELSE 0 END
    ) AS weight_now,
    SUM(
      CASE WHEN is_sale AND age >= ${test_days}
        THEN CAST(1000000 * POWER(0.5, (age - ${test_days}) / 60.0) + 1
          AS BIGINT)
        ELSE 0 END
    ) AS weight_known,
    SUM(amount) AS net_now,
    SUM(CASE WHEN age >= ${test_days} THEN amount ELSE 0 END) AS net_known,
    MIN(CASE WHEN is_sale THEN age END) AS age_now,
    MIN(
      CASE WHEN is_sale AND age >= ${test_days} THEN age - ${test_days} END
    ) AS age_known
  FROM lines
  GROUP BY customer_number, product_number
)
SELECT
  customer_number,
  product_number,
  weight_now,
  weight_known,
  CAST(net_now AS DOUBLE) AS net_now,
  CAST(net_known AS DOUBLE) AS net_known,
  CAST(age_now AS INT) AS age_now,
  CAST(COALESCE(age_known, -1) AS INT) AS age_known,
  0 AS group_now,
  0 AS group_known,
  FALSE AS is_excluded,
  FALSE AS is_repeatable
FROM pairs
WHERE weight_now > 0
UNION ALL
SELECT
  customer_number, 0, 0, 0, 0, 0, 0, 0, segment_now, segment_known, FALSE, FALSE
FROM grouped_customers
UNION ALL
SELECT
  0, product_number, 0, 0, 0, 0, 0, 0, category_number, 0, FALSE, is_repeatable
FROM grouped_products
UNION ALL
SELECT
  CASE WHEN e.customer_id = '(everybody)' THEN 0 ELSE c.customer_number END,
  p.product_number,
  0, 0, 0, 0, 0, 0, 0, 0, TRUE, FALSE
FROM recommendations.exclusion AS e
JOIN numbered_products AS p ON p.product_id = e.product_id
LEFT JOIN numbered_customers AS c ON c.customer_id = e.customer_id
WHERE e.customer_id = '(everybody)' OR c.customer_number IS NOT NULL;
