-- The latest window's members, and when and from which segment they last
-- changed over all published windows of the segmentation. A segment that has
-- only another name, or another id under the same name, is no change.
INSERT INTO segments.customer_segment_current
WITH every_window AS (
  SELECT
    customer_id,
    segment_id,
    segment_name,
    model_segment_name,
    is_excluded,
    window_end
  FROM `published`.segments.customer_segment
  WHERE segmentation = ${segmentation}
    AND window_end NOT IN (${window_ends})
  UNION ALL
  SELECT
    customer_id,
    segment_id,
    segment_name,
    model_segment_name,
    is_excluded,
    window_end
  FROM decided_segments
),

latest AS (
  SELECT *
  FROM every_window
  WHERE window_end = (SELECT MAX(window_end) FROM every_window)
),

with_segment_before AS (
  SELECT
    customer_id,
    segment_id,
    segment_name,
    window_end,
    LAG(segment_id) OVER earlier AS id_before,
    LAG(segment_name) OVER earlier AS name_before
  FROM every_window
  WINDOW earlier AS (PARTITION BY customer_id ORDER BY window_end)
),

changes AS (
  SELECT
    customer_id,
    id_before,
    name_before,
    window_end,
    ROW_NUMBER()
      OVER (PARTITION BY customer_id ORDER BY window_end DESC) AS changes_ago
  FROM with_segment_before
  WHERE id_before IS NULL
    OR (id_before <> segment_id AND name_before <> segment_name)
)

SELECT
  ${segmentation} AS segmentation,
  latest.customer_id,
  latest.segment_id,
  latest.segment_name,
  -- The segment before may have had the name that this one has now.
  NULLIF(changes.name_before, latest.segment_name) AS previous_segment_name,
  CAST(changes.window_end AS TIMESTAMP(6)) AS changed_at,
  latest.window_end,
  changes.id_before AS previous_segment_id,
  latest.model_segment_name,
  latest.is_excluded
FROM latest
INNER JOIN changes ON latest.customer_id = changes.customer_id
WHERE changes.changes_ago = 1;
