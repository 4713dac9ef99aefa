INSERT INTO marts.subcategory_performance
SELECT
  category,
  subcategory,
  gross_revenue,
  net_revenue,
  units_sold,
  CAST(gross_revenue / NULLIF(units_sold, 0) AS DECIMAL(20, 4))
    AS average_revenue_per_unit,
  units_returned,
  COALESCE(CAST(CAST(units_returned / NULLIF(units_sold, 0)
    AS DECIMAL(20, 6)) AS DOUBLE), 0) AS return_rate,
  products,
  COALESCE(CAST(CAST(gross_revenue
    / NULLIF(CAST(SUM(gross_revenue) OVER (
      ORDER BY gross_revenue DESC, category, subcategory
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS DECIMAL(20, 4)), 0)
    AS DECIMAL(20, 6)) AS DOUBLE), 0) AS revenue_share,
  ROW_NUMBER() OVER (
    ORDER BY gross_revenue DESC, category, subcategory
  ) AS revenue_rank,
  ROW_NUMBER() OVER (
    ORDER BY units_sold DESC, gross_revenue DESC, category, subcategory
  ) AS units_rank,
  ROW_NUMBER() OVER (
    PARTITION BY category
    ORDER BY gross_revenue DESC, subcategory
  ) AS category_revenue_rank,
  ${currency} AS currency
FROM item_figures
WHERE item_level = 'subcategory';
