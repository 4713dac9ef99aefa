INSERT INTO marts.subcategory_performance
WITH
sums AS (
  SELECT
    category,
    subcategory,
    CAST(SUM(gross_revenue) AS DECIMAL(20, 4)) AS gross_revenue,
    CAST(SUM(net_revenue) AS DECIMAL(20, 4)) AS net_revenue,
    CAST(SUM(units_sold) AS DECIMAL(18, 3)) AS units_sold,
    CAST(SUM(units_returned) AS DECIMAL(18, 3)) AS units_returned,
    COUNT(DISTINCT CASE WHEN units_sold > 0 THEN product_id END) AS products
  FROM product_months
  GROUP BY category, subcategory
)
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
    / NULLIF(CAST(SUM(gross_revenue) OVER () AS DECIMAL(20, 4)), 0)
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
FROM sums;
