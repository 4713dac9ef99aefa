-- By how much the share of orders of the customer with the most orders has
-- grown; only of twenty orders and more.
WITH
customer_orders AS (
  SELECT DISTINCT customer_id, transaction_id, CAST(1 AS BIGINT) AS is_fresh
  FROM ${fresh}
  WHERE kind = 'sale' AND customer_id IS NOT NULL
  UNION ALL
  SELECT DISTINCT customer_id, transaction_id, CAST(0 AS BIGINT) AS is_fresh
  FROM ${published}
  WHERE kind = 'sale' AND customer_id IS NOT NULL
),
customers AS (
  SELECT
    customer_id,
    SUM(is_fresh) AS orders,
    SUM(1 - is_fresh) AS earlier_orders
  FROM customer_orders
  GROUP BY customer_id
),
totals AS (
  SELECT
    *,
    SUM(orders) OVER () AS all_orders,
    NULLIF(SUM(earlier_orders) OVER (), 0) AS all_earlier_orders
  FROM customers
),
shares AS (
  SELECT
    *,
    orders * 1.0E0 / all_orders
      - earlier_orders * 1.0E0 / all_earlier_orders AS growth
  FROM totals
  WHERE orders > 0 AND all_orders >= 20
)
SELECT
  'customer ' || customer_id || ' has ' || CAST(orders AS STRING) || ' of '
    || CAST(all_orders AS STRING) || ' orders' AS label,
  growth AS figure
FROM shares
ORDER BY growth DESC, customer_id
LIMIT 1;
