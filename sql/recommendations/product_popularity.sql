-- Products by how many customers bought them: ever, within their category, and
-- by how fast they rise.
INSERT INTO recommendations.product_popularity
WITH
-- Nobody known is one more customer here, who is not counted.
shares AS (
  SELECT
    product_id,
    customer_id,
    MAX(CASE WHEN kind = 'sale' AND customer_id IS NOT NULL THEN sale_date END)
      AS last_bought_on,
    SUM(CASE WHEN kind = 'sale' THEN quantity END) AS quantity,
    SUM(amount) AS net_revenue
  FROM curated.sales
  WHERE kind IN ('sale', 'return', 'cancellation')
  GROUP BY product_id, customer_id
),
amounts AS (
  SELECT
    s.product_id,
    SUM(s.quantity) AS quantity,
    SUM(s.net_revenue) AS net_revenue,
    COUNT(s.last_bought_on) AS customers,
    COUNT(
      CASE WHEN TIMESTAMPDIFF(
          DAY,
          CAST(s.last_bought_on AS TIMESTAMP(3)),
          CAST(${last_date} AS TIMESTAMP(3))
        ) < ${trend_days} THEN 1 END
    ) AS recent_customers
  FROM shares s
  GROUP BY s.product_id
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
  FROM sold s
  JOIN amounts a ON a.product_id = s.product_id
  JOIN curated.products p ON p.product_id = s.product_id
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
