-- The latest window's members, and when and from which name they last changed
-- over all published windows of the segmentation.
INSERT INTO segments.customer_segment_current
WITH every_window AS (
  SELECT
    customer_id,
    segment_id,
    segment_name,
    window_end
  FROM `published`.segments.customer_segment
  WHERE segmentation = ${segmentation}
    AND window_end NOT IN (${window_ends})
  UNION ALL
  SELECT
    customer_id,
    segment_id,
    segment_name,
    window_end
  FROM assigned_customers
),

latest AS (
  SELECT customer_id, segment_id, segment_name, window_end
  FROM every_window
  WHERE window_end = (SELECT MAX(window_end) FROM every_window)
),

with_name_before AS (
  SELECT
    customer_id,
    segment_name,
    window_end,
    LAG(segment_name)
      OVER (PARTITION BY customer_id ORDER BY window_end) AS name_before
  FROM every_window
),

changes AS (
  SELECT
    customer_id,
    name_before,
    window_end,
    ROW_NUMBER()
      OVER (PARTITION BY customer_id ORDER BY window_end DESC) AS changes_ago
  FROM with_name_before
  WHERE name_before IS NULL OR name_before <> segment_name
)

SELECT
  ${segmentation},
  latest.customer_id,
  latest.segment_id,
  latest.segment_name,
  changes.name_before,
  CAST(changes.window_end AS TIMESTAMP(6)),
  latest.window_end
FROM latest
INNER JOIN changes ON latest.customer_id = changes.customer_id
WHERE changes.changes_ago = 1;
