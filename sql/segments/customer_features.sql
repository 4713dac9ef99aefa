INSERT INTO segments.customer_features
SELECT
  ${segmentation} AS segmentation,
  window_start,
  window_end,
  customer_id,
  gross_spend,
  net_spend,
  average_spend,
  average_order_value,
  total_quantity,
  orders,
  shopping_days,
  spend_per_item,
  recency_days,
  tenure_days,
  return_rate,
  distinct_products,
  is_bulk_buyer,
  is_in_population
FROM window_customers;
