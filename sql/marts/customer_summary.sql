INSERT INTO marts.customer_summary
WITH
ranked_products AS (
  SELECT
    customer_id,
    product_id,
    orders,
    ROW_NUMBER() OVER best AS place,
    COUNT(*) OVER whole AS products
  FROM customer_products
  WINDOW
    best AS (
      PARTITION BY customer_id
      ORDER BY orders DESC, gross_spend DESC, product_id
    ),
    whole AS (
      PARTITION BY customer_id
      ORDER BY orders DESC, gross_spend DESC, product_id
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    )
),
favourites AS (
  SELECT
    r.customer_id,
    MAX(r.products) AS distinct_products,
    MAX(CASE WHEN r.place = 1 THEN r.product_id END) AS product_id,
    MAX(CASE WHEN r.place = 1 THEN p.product_name END) AS product_name,
    MAX(CASE WHEN r.place = 1 THEN r.orders END) AS orders,
    MAX(CASE WHEN r.place = 1
      THEN COALESCE(p.product_name, r.product_id) END) AS first_name,
    MAX(CASE WHEN r.place = 2
      THEN COALESCE(p.product_name, r.product_id) END) AS second_name,
    MAX(CASE WHEN r.place = 3
      THEN COALESCE(p.product_name, r.product_id) END) AS third_name
  FROM ranked_products AS r
  JOIN curated.products AS p ON p.product_id = r.product_id
  WHERE r.place <= 3
  GROUP BY r.customer_id
),
with_averages AS (
  SELECT
    b.*,
    CAST(b.gross_spend / b.sale_lines AS DECIMAL(20, 4)) AS average_spend,
    CAST(b.gross_spend / b.orders AS DECIMAL(20, 4)) AS average_order_value,
    CASE WHEN b.shopping_days > 1 THEN
      CAST(TIMESTAMPDIFF(DAY, b.first_purchase_date, b.last_purchase_date)
        AS DECIMAL(10, 0)) / (b.shopping_days - 1)
    END AS days_between
  FROM buyers AS b
)
SELECT
  b.customer_id,
  ${as_of} AS as_of,
  c.country,
  b.segment_name,
  b.gross_spend,
  b.net_spend,
  b.average_spend,
  b.average_order_value,
  COALESCE(CAST(b.gross_spend / NULLIF(b.units_sold, 0) AS DECIMAL(20, 4)), 0)
    AS spend_per_item,
  b.units_sold AS total_quantity,
  b.orders,
  b.shopping_days,
  f.distinct_products,
  COALESCE(CAST(CAST(b.units_returned / NULLIF(b.units_sold, 0)
    AS DECIMAL(20, 6)) AS DOUBLE), 0) AS return_rate,
  b.first_purchase_date,
  b.last_purchase_date,
  b.recency_days,
  CAST(CAST(b.days_between AS DECIMAL(10, 1)) AS DOUBLE)
    AS days_between_purchases,
  f.product_id AS favourite_product_id,
  f.product_name AS favourite_product_name,
  f.orders AS favourite_product_orders,
  f.first_name || COALESCE('; ' || f.second_name, '')
    || COALESCE('; ' || f.third_name, '') AS favourite_products,
  CASE
    WHEN b.shopping_days = 1 THEN 'Bought on one day, '
      || CAST(b.last_purchase_date AS STRING)
    ELSE CAST(b.orders AS STRING) || ' orders since '
      || CAST(b.first_purchase_date AS STRING) || ', about every '
      || CAST(CAST(b.days_between AS DECIMAL(10, 0)) AS STRING) || ' days'
  END
    || ', for ' || CAST(CAST(b.average_order_value AS DECIMAL(20, 2)) AS STRING)
    || CASE ${currency} WHEN 'XXX' THEN '' ELSE ' ' || ${currency} END
    || ' an order on average; most often '
    || f.first_name
    || CASE
      WHEN b.shopping_days > 2 AND b.recency_days > 2 * b.days_between
        THEN '; silent for ' || CAST(b.recency_days AS STRING)
          || ' days, longer than usual'
      ELSE '; last bought on ' || CAST(b.last_purchase_date AS STRING)
    END AS habit,
  ${currency} AS currency
FROM with_averages AS b
JOIN favourites AS f ON f.customer_id = b.customer_id
JOIN curated.customers AS c ON c.customer_id = b.customer_id;
