-- A dimension that no line names has one value, Unknown, and no row.
INSERT INTO marts.store_performance
WITH shares AS (
  SELECT
    *,
    CAST(SUM(gross_revenue) OVER (PARTITION BY dimension)
      AS DECIMAL(20, 4)) AS all_revenue,
    MAX(is_named) OVER (PARTITION BY dimension) AS has_names,
    ROW_NUMBER() OVER (
      PARTITION BY dimension
      ORDER BY gross_revenue DESC, dimension_value
    ) AS revenue_rank
  FROM figures
  WHERE dimension IN ('store', 'country')
)
SELECT
  dimension,
  dimension_value,
  gross_revenue,
  net_revenue,
  units_sold,
  orders,
  customers,
  CAST(gross_revenue / NULLIF(orders, 0) AS DECIMAL(20, 4))
    AS average_order_value,
  units_returned,
  COALESCE(CAST(CAST(units_returned / NULLIF(units_sold, 0)
    AS DECIMAL(20, 6)) AS DOUBLE), 0) AS return_rate,
  COALESCE(CAST(CAST(gross_revenue / NULLIF(all_revenue, 0)
    AS DECIMAL(20, 6)) AS DOUBLE), 0) AS revenue_share,
  revenue_rank,
  ${currency} AS currency
FROM shares
WHERE has_names = 1;
