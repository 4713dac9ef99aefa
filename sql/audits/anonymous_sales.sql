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
totals AS (
  SELECT
    SUM(span_lines) AS lines_before,
    SUM(orders) AS orders_before,
    SUM(anonymous) AS anonymous_before,
    (SUM(anonymous) + 0.5E0) / (SUM(orders) + 1) AS usual_share
  FROM spans
  WHERE spans_ago IS DISTINCT FROM 0
),
delivery AS (
  SELECT span_lines AS lines_now, orders AS orders_now
  FROM spans
  WHERE spans_ago = 0
)
SELECT
  CAST(CAST(s.anonymous AS DECIMAL(18, 1)) AS STRING) || ' of '
    || CAST(s.orders AS STRING) || ' orders, before '
    || CAST(CAST(t.anonymous_before AS DECIMAL(18, 1)) AS STRING) || ' of '
    || CAST(t.orders_before AS STRING) AS label,
  s.anonymous / s.orders - t.anonymous_before / t.orders_before AS figure,
  SQRT(t.usual_share * (1 - t.usual_share) / d.orders_now) AS chance,
  s.spans_ago
FROM spans s
CROSS JOIN totals t
CROSS JOIN delivery d
WHERE s.spans_ago IS NOT NULL
  AND d.lines_now >= 100
  AND t.lines_before >= 100;
