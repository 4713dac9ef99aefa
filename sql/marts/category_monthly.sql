-- Every category in every month, so that what is sold no more declines to 0
-- rather than going missing.
INSERT INTO marts.category_monthly
WITH
sums AS (
  SELECT
    category,
    CAST(FLOOR(sale_date TO MONTH) AS DATE) AS sale_month,
    CAST(COALESCE(SUM(gross_revenue), 0) AS DECIMAL(20, 4)) AS gross_revenue,
    SUM(net_revenue) AS net_revenue,
    COALESCE(SUM(units_sold), 0) AS units_sold
  FROM order_parts
  GROUP BY category, CAST(FLOOR(sale_date TO MONTH) AS DATE)
),
grid AS (
  SELECT
    CAST(m.dimension_value AS DATE) AS sale_month,
    m.gross_revenue AS month_revenue,
    c.dimension_value AS category
  FROM figures AS m
  CROSS JOIN figures AS c
  WHERE m.dimension = 'month' AND c.dimension = 'category'
),
filled AS (
  SELECT
    g.sale_month,
    g.category,
    g.month_revenue,
    COALESCE(s.gross_revenue, 0) AS gross_revenue,
    COALESCE(s.net_revenue, 0) AS net_revenue,
    COALESCE(s.units_sold, 0) AS units_sold
  FROM grid AS g
  LEFT JOIN sums AS s
    ON s.category = g.category AND s.sale_month = g.sale_month
),
with_month_before AS (
  SELECT
    *,
    LAG(sale_month) OVER (PARTITION BY category ORDER BY sale_month)
      AS month_before,
    LAG(gross_revenue) OVER (PARTITION BY category ORDER BY sale_month)
      AS gross_before
  FROM filled
),
with_previous AS (
  SELECT
    *,
    CASE
      WHEN month_before = TIMESTAMPADD(MONTH, -1, sale_month)
        THEN gross_before
    END AS previous_revenue
  FROM with_month_before
)
SELECT
  sale_month,
  category,
  sale_month < ${complete_until} AS is_complete,
  gross_revenue,
  net_revenue,
  units_sold,
  CAST(CAST(gross_revenue / NULLIF(month_revenue, 0) AS DECIMAL(20, 6))
    AS DOUBLE) AS revenue_share,
  previous_revenue,
  CAST(CAST(gross_revenue / NULLIF(previous_revenue, 0) - 1
    AS DECIMAL(20, 6)) AS DOUBLE) AS gross_change,
  sale_month < ${complete_until}
    AND COALESCE(gross_revenue < previous_revenue, FALSE) AS is_declining,
  ${currency} AS currency
FROM with_previous;
