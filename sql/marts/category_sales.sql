INSERT INTO marts.category_sales
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
  COALESCE(t.products, 0) AS products,
  COALESCE(CAST(CAST(s.gross_revenue / NULLIF(s.all_revenue, 0)
    AS DECIMAL(20, 6)) AS DOUBLE), 0) AS revenue_share,
  s.revenue_rank,
  t.recent_revenue,
  t.earlier_revenue,
  t.trend_change,
  t.trend,
  ${currency} AS currency
FROM figures AS s
LEFT JOIN item_figures AS t
  ON t.item_level = 'category' AND t.category = s.dimension_value
WHERE s.dimension = 'category';
