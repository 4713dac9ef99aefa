-- The same figures of everything and of each day, month, category, store and
-- country, in one reading of the orders, ranked within their dimension: named
-- ones among the named by named_rank.
WITH
parts AS (
  SELECT
    d.dimension,
    CASE d.dimension
      WHEN 'day' THEN CAST(o.sale_date AS STRING)
      WHEN 'month' THEN DATE_FORMAT(CAST(o.sale_date AS TIMESTAMP), 'yyyy-MM')
        || '-01'
      WHEN 'category' THEN o.category
      WHEN 'store' THEN COALESCE(o.store, 'Unknown')
      WHEN 'country' THEN COALESCE(o.country, 'Unknown')
      ELSE 'all'
    END AS dimension_value,
    CASE WHEN o.sale_lines > 0 THEN o.transaction_id END AS order_id,
    CASE WHEN o.sale_lines > 0 THEN o.customer_id END AS buyer_id,
    CASE WHEN o.sale_lines > 0 THEN o.sale_date END AS sold_on,
    CASE d.dimension
      WHEN 'store' THEN o.store IS NOT NULL
      WHEN 'country' THEN o.country IS NOT NULL
      WHEN 'category' THEN o.category <> 'Uncategorised'
      ELSE TRUE
    END AS is_named,
    COALESCE(o.gross_revenue, 0) AS gross_revenue,
    o.net_revenue,
    COALESCE(o.units_sold, 0) AS units_sold,
    COALESCE(o.units_returned, 0) AS units_returned
  FROM order_parts AS o
  CROSS JOIN (
    VALUES ('all'), ('day'), ('month'), ('category'), ('store'), ('country')
  ) AS d(dimension)
),
sums AS (
  SELECT
    dimension,
    dimension_value,
    CAST(SUM(gross_revenue) AS DECIMAL(20, 4)) AS gross_revenue,
    CAST(SUM(net_revenue) AS DECIMAL(20, 4)) AS net_revenue,
    CAST(SUM(units_sold) AS DECIMAL(18, 3)) AS units_sold,
    CAST(SUM(units_returned) AS DECIMAL(18, 3)) AS units_returned,
    COUNT(DISTINCT order_id) AS orders,
    COUNT(DISTINCT buyer_id) AS customers,
    MIN(sold_on) AS first_sale_date,
    MAX(sold_on) AS last_sale_date,
    MAX(CASE WHEN is_named THEN 1 ELSE 0 END) AS is_named
  FROM parts
  GROUP BY dimension, dimension_value
)
SELECT
  *,
  CAST(SUM(gross_revenue) OVER whole AS DECIMAL(20, 4)) AS all_revenue,
  MAX(is_named) OVER whole AS has_names,
  COUNT(*) OVER so_far AS revenue_rank,
  SUM(is_named) OVER so_far AS named_rank
FROM sums
WINDOW
  whole AS (
    PARTITION BY dimension
    ORDER BY gross_revenue DESC, dimension_value
    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
  ),
  so_far AS (
    PARTITION BY dimension
    ORDER BY gross_revenue DESC, dimension_value
    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
  );
