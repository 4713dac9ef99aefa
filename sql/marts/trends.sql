-- The last three complete months of each product and category, and the three
-- before them; not known where the lake's sales begin after the first week of
-- these.
CREATE TEMPORARY VIEW trends AS
WITH
item_months AS (
  SELECT item_level, item_id, sale_month, gross_revenue
  FROM (
    SELECT 'product' AS item_level, product_id AS item_id, sale_month,
      gross_revenue
    FROM product_months
    UNION ALL
    SELECT 'category' AS item_level, category AS item_id, sale_month,
      gross_revenue
    FROM product_months
  )
),
sums AS (
  SELECT
    item_level,
    item_id,
    CAST(SUM(CASE
      WHEN sale_month >= ${recent_start} AND sale_month < ${complete_until}
        THEN gross_revenue
      ELSE 0
    END) AS DECIMAL(20, 4)) AS recent_revenue,
    CAST(SUM(CASE
      WHEN sale_month >= ${earlier_start} AND sale_month < ${recent_start}
        THEN gross_revenue
      ELSE 0
    END) AS DECIMAL(20, 4)) AS earlier_revenue
  FROM item_months
  GROUP BY item_level, item_id
),
with_history AS (
  SELECT s.*
  FROM sums s
  CROSS JOIN figures f
  WHERE f.dimension = 'all'
    AND f.first_sale_date < TIMESTAMPADD(DAY, 7, ${earlier_start})
)
SELECT
  item_level,
  item_id,
  recent_revenue,
  earlier_revenue,
  CAST(CAST(recent_revenue / NULLIF(earlier_revenue, 0) - 1
    AS DECIMAL(20, 6)) AS DOUBLE) AS trend_change,
  CASE
    WHEN earlier_revenue = 0 AND recent_revenue = 0 THEN 'dormant'
    WHEN earlier_revenue = 0 THEN 'new'
    WHEN recent_revenue > 1.1 * earlier_revenue THEN 'growing'
    WHEN recent_revenue < 0.9 * earlier_revenue THEN 'declining'
    ELSE 'steady'
  END AS trend
FROM with_history;
