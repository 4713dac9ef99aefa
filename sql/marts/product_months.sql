-- What each product brought in each month, under each category that its lines
-- named.
CREATE TEMPORARY VIEW product_months AS
SELECT
  product_id,
  category,
  subcategory,
  CAST(FLOOR(sale_date TO MONTH) AS DATE) AS sale_month,
  CAST(COALESCE(SUM(amount) FILTER (WHERE is_sale), 0) AS DECIMAL(20, 4))
    AS gross_revenue,
  CAST(SUM(amount) AS DECIMAL(20, 4)) AS net_revenue,
  CAST(COALESCE(SUM(quantity) FILTER (WHERE is_sale), 0) AS DECIMAL(18, 3))
    AS units_sold,
  CAST(COALESCE(SUM(-quantity) FILTER (WHERE NOT is_sale), 0)
    AS DECIMAL(18, 3)) AS units_returned,
  MIN(sale_date) FILTER (WHERE is_sale) AS first_sale_date,
  MAX(sale_date) FILTER (WHERE is_sale) AS last_sale_date
FROM sold_lines
GROUP BY
  product_id,
  category,
  subcategory,
  CAST(FLOOR(sale_date TO MONTH) AS DATE);
