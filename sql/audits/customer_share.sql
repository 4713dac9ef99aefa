-- The share of the orders of named customers that the one with the most of them
-- has, where it has five times as many as the mean customer, of a hundred
-- orders and more. It is found as the greatest text that begins with a number
-- of orders: of several with as many, the last by id.
WITH
totals AS (
  SELECT
    SUM(orders) AS all_orders,
    COUNT(CASE WHEN orders > 0 THEN 1 END) AS customers,
    MAX(orders) AS most_orders,
    MAX(LPAD(CAST(orders AS STRING), 19, '0') || customer_id) AS largest
  FROM ${audited}
)
SELECT
  'customer ' || SUBSTRING(largest, 20) || ' has '
    || CAST(most_orders AS STRING) || ' of ' || CAST(all_orders AS STRING)
    || ' orders' AS label,
  most_orders * 1.0E0 / all_orders AS figure
FROM totals
WHERE all_orders >= 100 AND most_orders * customers >= 5 * all_orders;
