-- Products by how many customers bought them: ever, within their category, and
-- by how fast they rise.
INSERT INTO recommendations.product_popularity
WITH
amounts AS (
  SELECT
    product_id,
    SUM(quantity) AS quantity,
    SUM(net_revenue) AS net_revenue,
    COUNT(CASE WHEN customer_id IS NOT NULL THEN last_bought_on END)
      AS customers,
    COUNT(
      CASE
        WHEN customer_id IS NOT NULL
          AND TIMESTAMPDIFF(
            DAY,
            CAST(last_bought_on AS TIMESTAMP(3)),
            CAST(${last_date} AS TIMESTAMP(3))
          ) < ${trend_days}
          THEN 1
      END
    ) AS recent_customers
  FROM bought_products
  GROUP BY product_id
),
sold AS (
  SELECT product_id, COUNT(*) AS orders
  FROM (
    SELECT DISTINCT product_id, transaction_id
    FROM curated.sales
    WHERE kind = 'sale'
  )
  GROUP BY product_id
),
figures AS (
  SELECT
    s.product_id,
    p.product_name,
    p.category,
    a.customers,
    a.recent_customers,
    CASE WHEN a.recent_customers > 0
      THEN CAST(a.recent_customers AS DOUBLE) * a.recent_customers / a.customers
    END AS trend_score,
    s.orders,
    a.quantity,
    a.net_revenue,
    COALESCE(
      s.product_id IN (${repeatable})
        OR p.category IN (${repeatable})
        OR p.subcategory IN (${repeatable}),
      FALSE
    ) AS is_repeatable
  FROM sold AS s
  JOIN amounts AS a ON a.product_id = s.product_id
  JOIN curated.products AS p ON p.product_id = s.product_id
)
SELECT
  ROW_NUMBER() OVER (
    ORDER BY customers DESC, orders DESC, product_id
  ) AS popularity_rank,
  product_id,
  product_name,
  customers,
  orders,
  quantity,
  net_revenue,
  is_repeatable,
  category,
  CASE WHEN category IS NOT NULL
    THEN ROW_NUMBER() OVER (
      PARTITION BY category
      ORDER BY customers DESC, orders DESC, product_id
    )
  END AS category_rank,
  recent_customers,
  trend_score,
  CASE WHEN trend_score IS NOT NULL
    THEN ROW_NUMBER() OVER (
      ORDER BY trend_score DESC NULLS LAST, customers DESC, orders DESC,
        product_id
    )
  END AS trend_rank
FROM figures;
