-- Nobody decided anything: all are in the segments that the model chose.
SELECT
  *,
  segment_id AS model_segment_id,
  segment_name AS model_segment_name,
  FALSE AS is_excluded
FROM nearest_segments;
