INSERT INTO marts.product_performance
WITH
with_average AS (
  SELECT
    p.*,
    p.gross_revenue / NULLIF(p.units_sold, 0) AS per_unit,
    CAST(SUM(p.gross_revenue) OVER (
      ORDER BY p.gross_revenue DESC, p.product_id
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS DECIMAL(20, 4)) AS all_revenue,
    ROW_NUMBER() OVER (ORDER BY p.gross_revenue DESC, p.product_id)
      AS revenue_rank
  FROM product_figures AS p
)
SELECT
  p.product_id,
  p.product_name,
  p.category,
  p.subcategory,
  p.units_sold,
  p.gross_revenue,
  p.net_revenue,
  CAST(p.per_unit AS DECIMAL(20, 4)) AS average_revenue_per_unit,
  p.units_returned,
  COALESCE(CAST(CAST(p.units_returned / NULLIF(p.units_sold, 0)
    AS DECIMAL(20, 6)) AS DOUBLE), 0) AS return_rate,
  p.orders,
  p.customers,
  COALESCE(CAST(CAST(p.gross_revenue / NULLIF(p.all_revenue, 0)
    AS DECIMAL(20, 6)) AS DOUBLE), 0) AS revenue_share,
  p.revenue_rank,
  ROW_NUMBER() OVER (
    ORDER BY p.units_sold DESC, p.gross_revenue DESC, p.product_id
  ) AS units_rank,
  ROW_NUMBER() OVER (
    ORDER BY COALESCE(p.per_unit, -1) DESC, p.gross_revenue DESC, p.product_id
  ) AS revenue_per_unit_rank,
  ROW_NUMBER() OVER (
    PARTITION BY p.category
    ORDER BY p.gross_revenue DESC, p.product_id
  ) AS category_revenue_rank,
  p.recent_revenue,
  p.earlier_revenue,
  p.trend_change,
  p.trend,
  p.first_sale_date,
  p.last_sale_date,
  ${currency} AS currency
FROM with_average AS p;
