-- By how much the share of orders without a customer is above that of all
-- earlier ones, for the delivery and for each span before. An order that has a
-- customer on some lines alone counts by its lines; else orders count, however
-- long, since a few long ones would hide all others. Chance is binomial.
WITH
sale_lines AS (
  SELECT transaction_id, customer_id, 0 AS spans_ago
  FROM ${fresh}
  WHERE kind = 'sale'
  UNION ALL
  SELECT transaction_id, customer_id, spans_ago
  FROM ${published}
  WHERE kind = 'sale'
),
orders AS (
  SELECT
    spans_ago,
    COUNT(*) AS order_lines,
    AVG(CASE WHEN customer_id IS NULL THEN 1.0E0 ELSE 0.0E0 END) AS anonymous
  FROM sale_lines
  GROUP BY transaction_id, spans_ago
),
spans AS (
  SELECT
    spans_ago,
    SUM(order_lines) AS span_lines,
    COUNT(*) AS orders,
    SUM(anonymous) AS anonymous
  FROM orders
  GROUP BY spans_ago
),
figures AS (
  SELECT
    spans_ago,
    orders,
    anonymous,
    SUM(CASE WHEN spans_ago = 0 THEN span_lines END) OVER () AS lines_now,
    SUM(CASE WHEN spans_ago = 0 THEN orders END) OVER () AS orders_now,
    SUM(CASE WHEN spans_ago IS DISTINCT FROM 0 THEN span_lines END) OVER ()
      AS lines_before,
    SUM(CASE WHEN spans_ago IS DISTINCT FROM 0 THEN orders END) OVER ()
      AS orders_before,
    SUM(CASE WHEN spans_ago IS DISTINCT FROM 0 THEN anonymous END) OVER ()
      AS anonymous_before
  FROM spans
),
shares AS (
  SELECT
    *,
    (anonymous_before + 0.5E0) / (orders_before + 1) AS usual_share
  FROM figures
)
SELECT
  CAST(CAST(anonymous AS DECIMAL(18, 1)) AS STRING) || ' of '
    || CAST(orders AS STRING) || ' orders, before '
    || CAST(CAST(anonymous_before AS DECIMAL(18, 1)) AS STRING) || ' of '
    || CAST(orders_before AS STRING) AS label,
  anonymous / orders - anonymous_before / orders_before AS figure,
  SQRT(usual_share * (1 - usual_share) / orders_now) AS chance,
  spans_ago
FROM shares
WHERE spans_ago IS NOT NULL
  AND lines_now >= 100
  AND lines_before >= 100;
