-- Pairs are looked for among products that have the support themselves: a
-- pair is in no more orders than either product. Numbers of products are in
-- the order of their codes.
INSERT INTO marts.basket_pairs
WITH
frequent_products AS (
  SELECT
    p.product_id,
    p.product_name,
    p.product_number,
    p.orders,
    f.orders AS all_orders
  FROM product_figures AS p
  CROSS JOIN figures AS f
  WHERE f.dimension = 'all'
    AND p.orders >= 2
    AND ${orders_per_pair} * p.orders >= f.orders
),
numbered AS (
  SELECT /*+ BROADCAST(f) */
    o.transaction_id,
    f.product_number,
    ROW_NUMBER() OVER (
      PARTITION BY o.transaction_id
      ORDER BY f.orders DESC, f.product_number
    ) AS place
  FROM order_products AS o
  JOIN frequent_products AS f ON f.product_id = o.product_id
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
  FROM baskets AS a
  JOIN baskets AS b
    ON b.transaction_id = a.transaction_id
    AND a.product_number < b.product_number
  GROUP BY a.product_number, b.product_number
  HAVING COUNT(*) >= 2
),
ranked AS (
  SELECT /*+ BROADCAST(x, y) */
    x.product_id,
    y.product_id AS other_product_id,
    x.product_name,
    y.product_name AS other_product_name,
    ROW_NUMBER() OVER (
      ORDER BY p.orders DESC, x.product_id, y.product_id
    ) AS pair_rank,
    p.orders,
    x.orders AS product_orders,
    y.orders AS other_product_orders,
    x.all_orders
  FROM pairs AS p
  JOIN frequent_products AS x ON x.product_number = p.one_number
  JOIN frequent_products AS y ON y.product_number = p.other_number
  WHERE ${orders_per_pair} * p.orders >= x.all_orders
)
SELECT
  product_id,
  other_product_id,
  product_name,
  other_product_name,
  pair_rank,
  orders,
  product_orders,
  other_product_orders,
  ROUND(CAST(orders AS DOUBLE) / all_orders, 6) AS support,
  ROUND(CAST(orders AS DOUBLE) / product_orders, 6) AS confidence,
  ROUND(CAST(orders AS DOUBLE) / other_product_orders, 6)
    AS other_confidence,
  ROUND(CAST(orders AS DOUBLE) * all_orders
    / (CAST(product_orders AS DOUBLE) * other_product_orders), 6) AS lift
FROM ranked
WHERE pair_rank <= ${most_pairs};
