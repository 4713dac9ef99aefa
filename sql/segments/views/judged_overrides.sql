-- What people decided, for each window, with the problem that keeps it from
-- being applied, if there is one. A decision that makes no sense in a window
-- leaves an earlier one in force; one that has run out does not, so that people
-- who only add rows can end what they decided.
WITH written AS (
  SELECT DISTINCT
    LOWER(NULLIF(TRIM(target_kind), '')) AS target_kind,
    NULLIF(TRIM(target_id), '') AS target_id,
    LOWER(NULLIF(TRIM(action_kind), '')) AS action_kind,
    NULLIF(TRIM(new_value), '') AS new_value,
    NULLIF(TRIM(decided_by), '') AS decided_by,
    NULLIF(TRIM(reason), '') AS reason,
    valid_until,
    decided_at
  FROM `published`.segments.override
  WHERE segmentation = ${segmentation}
    -- These are for recommendations.
    AND COALESCE(LOWER(TRIM(target_kind)), '') <> 'product'
),

numbered AS (
  SELECT
    *,
    ROW_NUMBER() OVER (
      ORDER BY
        decided_at,
        target_kind,
        target_id,
        action_kind,
        new_value,
        decided_by,
        reason,
        valid_until
    ) AS decision_number
  FROM written
),

-- A move is to a segment that the window has; a name is taken by the model's
-- name of another segment, whatever that is renamed to.
looked_up AS (
  SELECT
    w.window_start,
    w.window_end,
    n.*,
    p.customer_id IS NOT NULL AS is_member,
    own.segment_id IS NOT NULL AS is_segment,
    destination.segment_name AS destination_name,
    namesake.segment_id IS NOT NULL AS is_taken
  FROM numbered AS n
  CROSS JOIN history_windows AS w
  LEFT JOIN customer_points AS p
    ON n.target_kind = 'customer'
    AND n.target_id = p.customer_id
    AND w.window_end = p.window_end
  LEFT JOIN segment_traits AS own
    ON n.target_kind = 'segment'
    AND n.target_id = own.segment_id
    AND w.window_end = own.window_end
  LEFT JOIN segment_traits AS destination
    ON n.action_kind = 'move'
    AND n.new_value = destination.segment_id
    AND w.window_end = destination.window_end
  LEFT JOIN segment_traits AS namesake
    ON n.action_kind = 'rename'
    AND LOWER(n.new_value) = LOWER(namesake.segment_name)
    AND n.target_id <> namesake.segment_id
    AND w.window_end = namesake.window_end
),

checked AS (
  SELECT
    *,
    CASE
      WHEN target_kind IS NULL THEN 'missing target_kind'
      WHEN target_kind NOT IN ('customer', 'segment')
        THEN 'unknown target_kind: expected customer, segment or product'
      WHEN action_kind IS NULL THEN 'missing action_kind'
      WHEN action_kind NOT IN ('exclude', 'move', 'rename')
        THEN 'unknown action_kind: expected exclude, move or rename'
      WHEN target_kind = 'customer' AND action_kind = 'rename'
        THEN 'a customer cannot be renamed, only a segment'
      WHEN target_kind = 'segment' AND action_kind = 'move'
        THEN 'a segment cannot be moved, only a customer'
      WHEN target_id IS NULL THEN 'missing target_id'
      WHEN action_kind <> 'exclude' AND new_value IS NULL
        THEN 'missing new_value'
      WHEN decided_by IS NULL THEN 'missing decided_by'
      WHEN reason IS NULL THEN 'no reason given'
      WHEN decided_at IS NULL THEN 'missing decided_at'
      WHEN target_kind = 'customer' AND NOT is_member
        THEN 'unknown customer: none of this id is segmented in this window'
      WHEN target_kind = 'segment' AND NOT is_segment
        THEN 'no such segment in this window'
      WHEN action_kind = 'move' AND destination_name IS NULL
        THEN 'no such segment to move to in this window'
      WHEN action_kind = 'rename' AND new_value = '(none)'
        THEN 'the name (none) stands for having no segment'
      WHEN is_taken THEN 'the name is already another segment''s'
    END AS problem
  FROM looked_up
),

with_later_ones AS (
  SELECT
    *,
    ROW_NUMBER() OVER (
      PARTITION BY
        window_end, target_kind, target_id, action_kind, problem IS NULL
      ORDER BY decision_number DESC
    ) AS decisions_ago
  FROM checked
),

in_time AS (
  SELECT
    window_start,
    window_end,
    decision_number,
    target_kind,
    target_id,
    action_kind,
    new_value,
    decided_by,
    decided_at,
    destination_name,
    CASE
      WHEN problem IS NOT NULL THEN problem
      WHEN decisions_ago > 1 THEN 'replaced by a later decision'
      WHEN valid_until < window_end
        THEN CONCAT('expired: valid until ', CAST(valid_until AS STRING))
    END AS problem
  FROM with_later_ones
),

with_namesakes AS (
  SELECT
    *,
    ROW_NUMBER() OVER (
      PARTITION BY
        window_end, action_kind, LOWER(new_value), problem IS NULL
      ORDER BY decision_number
    ) AS uses_of_name
  FROM in_time
)

SELECT
  window_start,
  window_end,
  decision_number,
  target_kind,
  target_id,
  action_kind,
  new_value,
  decided_by,
  decided_at,
  destination_name,
  CASE
    WHEN problem IS NULL AND action_kind = 'rename' AND uses_of_name > 1
      THEN 'the name is already another segment''s'
    ELSE problem
  END AS problem
FROM with_namesakes;
