-- The segments that the model chose, with what people decided.
DROP TEMPORARY VIEW IF EXISTS decided_segments;

CREATE TEMPORARY VIEW decided_segments AS
SELECT
  *,
  segment_id AS model_segment_id,
  segment_name AS model_segment_name
FROM nearest_segments;
