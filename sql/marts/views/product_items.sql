-- What each product brought under each category and subcategory that its lines
-- named; the last three complete months and the three before them are also
-- added up by themselves.
SELECT
  product_id,
  category,
  subcategory,
  CAST(COALESCE(SUM(amount) FILTER (WHERE is_sale), 0) AS DECIMAL(20, 4))
    AS gross_revenue,
  CAST(SUM(amount) AS DECIMAL(20, 4)) AS net_revenue,
  CAST(COALESCE(SUM(quantity) FILTER (WHERE is_sale), 0) AS DECIMAL(18, 3))
    AS units_sold,
  CAST(COALESCE(SUM(-quantity) FILTER (WHERE NOT is_sale), 0)
    AS DECIMAL(18, 3)) AS units_returned,
  CAST(COALESCE(SUM(amount) FILTER (
    WHERE is_sale
      AND sale_date >= ${recent_start}
      AND sale_date < ${complete_until}
  ), 0) AS DECIMAL(20, 4)) AS recent_revenue,
  CAST(COALESCE(SUM(amount) FILTER (
    WHERE is_sale
      AND sale_date >= ${earlier_start}
      AND sale_date < ${recent_start}
  ), 0) AS DECIMAL(20, 4)) AS earlier_revenue,
  MIN(sale_date) FILTER (WHERE is_sale) AS first_sale_date,
  MAX(sale_date) FILTER (WHERE is_sale) AS last_sale_date
FROM sold_lines
GROUP BY product_id, category, subcategory;
