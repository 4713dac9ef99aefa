INSERT INTO marts.revenue_daily
SELECT
  CAST(dimension_value AS DATE) AS sale_date,
  gross_revenue,
  net_revenue,
  units_sold,
  orders,
  customers,
  ${currency} AS currency
FROM figures
WHERE dimension = 'day';
