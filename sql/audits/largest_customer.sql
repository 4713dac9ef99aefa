-- By how much the share of orders of the customer with the most orders has
-- grown; only of twenty orders and more.
WITH
fresh_orders AS (
  SELECT customer_id, COUNT(DISTINCT transaction_id) AS orders
  FROM ${fresh}
  WHERE kind = 'sale' AND customer_id IS NOT NULL
  GROUP BY customer_id
),
earlier_orders AS (
  SELECT customer_id, COUNT(DISTINCT transaction_id) AS orders
  FROM ${published}
  WHERE kind = 'sale' AND customer_id IS NOT NULL
  GROUP BY customer_id
),
shares AS (
  SELECT
    f.customer_id,
    f.orders,
    t.orders AS all_orders,
    f.orders * 1.0E0 / t.orders AS share_now,
    COALESCE(e.orders, 0) * 1.0E0 / b.orders AS share_before
  FROM fresh_orders f
  CROSS JOIN (SELECT SUM(orders) AS orders FROM fresh_orders) t
  CROSS JOIN (SELECT SUM(orders) AS orders FROM earlier_orders) b
  LEFT JOIN earlier_orders e ON e.customer_id = f.customer_id
)
SELECT
  'customer ' || customer_id || ' has ' || CAST(orders AS STRING) || ' of '
    || CAST(all_orders AS STRING) || ' orders' AS label,
  share_now - share_before AS figure
FROM shares
WHERE all_orders >= 20
ORDER BY share_now - share_before DESC, customer_id
LIMIT 1;
