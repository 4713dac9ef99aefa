-- The share of the orders of named customers that the one with the most of them
-- has, where it has five times as many as the mean customer, of a hundred
-- orders and more.
SELECT
  'customer ' || c.customer_id || ' has ' || CAST(c.orders AS STRING) || ' of '
    || CAST(t.orders AS STRING) || ' orders' AS label,
  c.orders * 1.0E0 / t.orders AS figure
FROM ${audited} AS c
CROSS JOIN (
  SELECT
    SUM(orders) AS orders,
    COUNT(CASE WHEN orders > 0 THEN 1 END) AS customers
  FROM ${audited}
) AS t
WHERE t.orders >= 100 AND c.orders * t.customers >= 5 * t.orders
ORDER BY c.orders DESC, c.customer_id
LIMIT 1;
