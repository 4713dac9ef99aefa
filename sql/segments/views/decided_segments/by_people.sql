-- The segments that the model chose, with what people decided: a customer is
-- moved first, then the segment's new name counts for all who are in it.
WITH in_force AS (
  SELECT * FROM judged_overrides WHERE problem IS NULL
),

moved AS (
  SELECT
    nearest.*,
    COALESCE(moves.new_value, nearest.segment_id) AS decided_id,
    COALESCE(moves.destination_name, nearest.segment_name) AS decided_name
  FROM nearest_segments AS nearest
  LEFT JOIN in_force AS moves
    ON moves.action_kind = 'move'
    AND nearest.customer_id = moves.target_id
    AND nearest.window_end = moves.window_end
)

SELECT
  m.window_start,
  m.window_end,
  m.customer_id,
  m.gross_spend,
  m.net_spend,
  m.orders,
  m.recency_days,
  m.return_rate,
  m.numbers,
  m.categories,
  m.attributes,
  m.decided_id AS segment_id,
  COALESCE(renames.new_value, m.decided_name) AS segment_name,
  m.segment_id AS model_segment_id,
  m.segment_name AS model_segment_name,
  m.distance,
  m.margin,
  m.next_segment_id,
  m.next_distance,
  m.confidence,
  m.model_id,
  m.is_provisional,
  exclusions.target_id IS NOT NULL
    OR segment_exclusions.target_id IS NOT NULL AS is_excluded
FROM moved AS m
LEFT JOIN in_force AS renames
  ON renames.action_kind = 'rename'
  AND m.decided_id = renames.target_id
  AND m.window_end = renames.window_end
LEFT JOIN in_force AS exclusions
  ON exclusions.action_kind = 'exclude'
  AND exclusions.target_kind = 'customer'
  AND m.customer_id = exclusions.target_id
  AND m.window_end = exclusions.window_end
LEFT JOIN in_force AS segment_exclusions
  ON segment_exclusions.action_kind = 'exclude'
  AND segment_exclusions.target_kind = 'segment'
  AND m.decided_id = segment_exclusions.target_id
  AND m.window_end = segment_exclusions.window_end;
