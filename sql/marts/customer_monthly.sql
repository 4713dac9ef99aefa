INSERT INTO marts.customer_monthly
SELECT
  customer_id,
  sale_month,
  orders,
  units_sold,
  gross_revenue,
  net_revenue,
  ${currency} AS currency
FROM customer_months
WHERE customer_id IS NOT NULL;
