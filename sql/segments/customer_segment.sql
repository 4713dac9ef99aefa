INSERT INTO segments.customer_segment
SELECT
  ${segmentation} AS segmentation,
  window_start,
  window_end,
  customer_id,
  segment_id,
  segment_name,
  distance,
  margin,
  is_provisional,
  model_id,
  model_segment_id,
  model_segment_name,
  next_segment_id,
  next_distance,
  confidence,
  is_excluded
FROM decided_segments;
