INSERT INTO segments.customer_segment
SELECT
  ${segmentation},
  ${window_start},
  ${window_end},
  customer_id,
  segment_id,
  segment_name,
  distance,
  margin,
  orders < 2 AS is_provisional,
  ${model_id}
FROM assigned_customers;
