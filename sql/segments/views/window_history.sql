-- Members of the windows that are computed, and of the published ones directly
-- before and after each, so that every window can be compared with the one
-- before it. Rows of the past may lack what the model thought.
WITH published_members AS (
  SELECT *
  FROM `published`.segments.customer_segment
  WHERE segmentation = ${segmentation} AND window_end IN (${neighbour_ends})
),

published_features AS (
  SELECT window_end, customer_id, net_spend
  FROM `published`.segments.customer_features
  WHERE segmentation = ${segmentation} AND window_end IN (${neighbour_ends})
)

SELECT
  window_start,
  window_end,
  customer_id,
  segment_id,
  segment_name,
  model_segment_id,
  is_provisional,
  confidence,
  COALESCE(net_spend, 0) AS net_spend
FROM decided_segments
UNION ALL
SELECT
  m.window_start,
  m.window_end,
  m.customer_id,
  m.segment_id,
  m.segment_name,
  COALESCE(m.model_segment_id, m.segment_id) AS model_segment_id,
  m.is_provisional,
  m.confidence,
  COALESCE(f.net_spend, 0) AS net_spend
FROM published_members AS m
LEFT JOIN published_features AS f
  ON m.window_end = f.window_end AND m.customer_id = f.customer_id;
