-- Every customer of the window with the segment whose centroid is nearest.
DROP TEMPORARY VIEW IF EXISTS nearest_segments;

CREATE TEMPORARY VIEW nearest_segments AS
SELECT
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
  segment_id,
  segment_name,
  distance,
  margin
FROM
  segments.customer_features,
  LATERAL TABLE(nearest_segment(
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
  )) AS nearest(segment_id, segment_name, distance, margin)
WHERE segmentation = ${segmentation} AND window_end = ${window_end};
