-- What customers are compared by, where that is only what they did: the numbers
-- in the order of tributary.config.Features.
SELECT
  window_start,
  window_end,
  customer_id,
  gross_spend,
  net_spend,
  orders,
  recency_days,
  return_rate,
  ARRAY[
    CAST(gross_spend AS DOUBLE),
    CAST(net_spend AS DOUBLE),
    CAST(average_spend AS DOUBLE),
    CAST(average_order_value AS DOUBLE),
    CAST(total_quantity AS DOUBLE),
    CAST(orders AS DOUBLE),
    CAST(shopping_days AS DOUBLE),
    CAST(spend_per_item AS DOUBLE),
    CAST(recency_days AS DOUBLE),
    CAST(tenure_days AS DOUBLE),
    return_rate,
    CAST(distinct_products AS DOUBLE)
  ] AS numbers,
  CAST(NULL AS ARRAY<STRING>) AS categories,
  CAST(NULL AS STRING) AS attributes
FROM window_members;
