-- Pairs are looked for among products that have the support themselves: a
-- pair is in no more orders than either product. Products go by numbers, the
-- one in most orders first.
INSERT INTO marts.basket_pairs
WITH
order_count AS (
  SELECT orders AS all_orders
  FROM figures
  WHERE dimension = 'all'
),
frequent_products AS (
  SELECT p.product_id, p.product_number
  FROM product_figures p
  CROSS JOIN order_count o
  WHERE p.orders >= 2 AND ${orders_per_pair} * p.orders >= o.all_orders
),
numbered AS (
  SELECT /*+ BROADCAST(f) */
    o.transaction_id,
    f.product_number,
    ROW_NUMBER() OVER (
      PARTITION BY o.transaction_id
      ORDER BY f.product_number
    ) AS place
  FROM order_products o
  JOIN frequent_products f ON f.product_id = o.product_id
),
baskets AS (
  SELECT transaction_id, product_number
  FROM numbered
  WHERE place <= ${products_per_basket}
),
pairs AS (
  SELECT
    a.product_number AS one_number,
    b.product_number AS other_number,
    COUNT(*) AS orders
  FROM baskets a
  JOIN baskets b
    ON b.transaction_id = a.transaction_id
    AND a.product_number < b.product_number
  GROUP BY a.product_number, b.product_number
  HAVING COUNT(*) >= 2
),
named AS (
  SELECT /*+ BROADCAST(x, y) */
    CASE WHEN x.product_id < y.product_id THEN x.product_id
      ELSE y.product_id END AS product_id,
    CASE WHEN x.product_id < y.product_id THEN y.product_id
      ELSE x.product_id END AS other_product_id,
    p.orders,
    o.all_orders
  FROM pairs p
  CROSS JOIN order_count o
  JOIN product_figures x ON x.product_number = p.one_number
  JOIN product_figures y ON y.product_number = p.other_number
  WHERE ${orders_per_pair} * p.orders >= o.all_orders
),
ranked AS (
  SELECT
    *,
    ROW_NUMBER() OVER (ORDER BY orders DESC, product_id, other_product_id)
      AS pair_rank
  FROM named
)
SELECT /*+ BROADCAST(x, y) */
  r.product_id,
  r.other_product_id,
  x.product_name,
  y.product_name AS other_product_name,
  r.pair_rank,
  r.orders,
  x.orders AS product_orders,
  y.orders AS other_product_orders,
  ROUND(CAST(r.orders AS DOUBLE) / r.all_orders, 6) AS support,
  ROUND(CAST(r.orders AS DOUBLE) / x.orders, 6) AS confidence,
  ROUND(CAST(r.orders AS DOUBLE) / y.orders, 6) AS other_confidence,
  ROUND(CAST(r.orders AS DOUBLE) * r.all_orders
    / (CAST(x.orders AS DOUBLE) * y.orders), 6) AS lift
FROM ranked r
JOIN product_figures x ON x.product_id = r.product_id
JOIN product_figures y ON y.product_id = r.other_product_id
WHERE r.pair_rank <= ${most_pairs};
