INSERT INTO marts.category_sales
WITH
product_counts AS (
  SELECT category, COUNT(DISTINCT product_id) AS products
  FROM product_months
  WHERE units_sold > 0
  GROUP BY category
),
shares AS (
  SELECT
    *,
    CAST(SUM(gross_revenue) OVER () AS DECIMAL(20, 4)) AS all_revenue,
    ROW_NUMBER() OVER (ORDER BY gross_revenue DESC, dimension_value)
      AS revenue_rank
  FROM figures
  WHERE dimension = 'category'
)
SELECT
  s.dimension_value AS category,
  s.gross_revenue,
  s.net_revenue,
  s.units_sold,
  CAST(s.gross_revenue / NULLIF(s.units_sold, 0) AS DECIMAL(20, 4))
    AS average_revenue_per_unit,
  s.units_returned,
  COALESCE(CAST(CAST(s.units_returned / NULLIF(s.units_sold, 0)
    AS DECIMAL(20, 6)) AS DOUBLE), 0) AS return_rate,
  s.orders,
  s.customers,
  COALESCE(c.products, 0) AS products,
  COALESCE(CAST(CAST(s.gross_revenue / NULLIF(s.all_revenue, 0)
    AS DECIMAL(20, 6)) AS DOUBLE), 0) AS revenue_share,
  s.revenue_rank,
  t.recent_revenue,
  t.earlier_revenue,
  t.trend_change,
  t.trend,
  ${currency} AS currency
FROM shares s
LEFT JOIN product_counts c ON c.category = s.dimension_value
LEFT JOIN trends t
  ON t.item_level = 'category' AND t.item_id = s.dimension_value;
