-- A dimension that no line names has one value, Unknown, and no row.
INSERT INTO marts.store_performance
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
FROM figures
WHERE dimension IN ('store', 'country') AND has_names = 1;
