-- The same figures of each product, each product within a category, each
-- category and each of its subcategories. How recent months compare with
-- earlier ones is not known where the lake's sales begin after the first week
-- of the earlier ones.
WITH
sums AS (
  SELECT
    CASE
      WHEN GROUPING(category) = 1 THEN 'product'
      WHEN GROUPING(product_id) = 0 THEN 'product of a category'
      WHEN GROUPING(subcategory) = 0 THEN 'subcategory'
      ELSE 'category'
    END AS item_level,
    product_id,
    category,
    subcategory,
    CAST(SUM(gross_revenue) AS DECIMAL(20, 4)) AS gross_revenue,
    CAST(SUM(net_revenue) AS DECIMAL(20, 4)) AS net_revenue,
    CAST(SUM(units_sold) AS DECIMAL(18, 3)) AS units_sold,
    CAST(SUM(units_returned) AS DECIMAL(18, 3)) AS units_returned,
    CAST(SUM(recent_revenue) AS DECIMAL(20, 4)) AS recent_revenue,
    CAST(SUM(earlier_revenue) AS DECIMAL(20, 4)) AS earlier_revenue,
    MIN(first_sale_date) AS first_sale_date,
    MAX(last_sale_date) AS last_sale_date,
    COUNT(DISTINCT CASE WHEN units_sold > 0 THEN product_id END) AS products
  FROM product_items
  GROUP BY GROUPING SETS (
    (product_id), (category, product_id), (category, subcategory), (category)
  )
),
with_trend AS (
  SELECT
    s.*,
    f.first_sale_date < TIMESTAMPADD(DAY, 7, ${earlier_start}) AS has_history,
    CAST(CAST(s.recent_revenue / NULLIF(s.earlier_revenue, 0) - 1
      AS DECIMAL(20, 6)) AS DOUBLE) AS trend_change,
    CASE
      WHEN s.earlier_revenue = 0 AND s.recent_revenue = 0 THEN 'dormant'
      WHEN s.earlier_revenue = 0 THEN 'new'
      WHEN s.recent_revenue > 1.1 * s.earlier_revenue THEN 'growing'
      WHEN s.recent_revenue < 0.9 * s.earlier_revenue THEN 'declining'
      ELSE 'steady'
    END AS trend
  FROM sums AS s
  CROSS JOIN figures AS f
  WHERE f.dimension = 'all'
)
SELECT
  item_level,
  product_id,
  category,
  subcategory,
  gross_revenue,
  net_revenue,
  units_sold,
  units_returned,
  CASE WHEN has_history THEN recent_revenue END AS recent_revenue,
  CASE WHEN has_history THEN earlier_revenue END AS earlier_revenue,
  CASE WHEN has_history THEN trend_change END AS trend_change,
  CASE WHEN has_history THEN trend END AS trend,
  first_sale_date,
  last_sale_date,
  products
FROM with_trend;
