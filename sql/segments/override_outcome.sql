INSERT INTO segments.override_outcome
WITH segment_sizes AS (
  SELECT window_end, segment_id, COUNT(*) AS customers
  FROM decided_segments
  GROUP BY window_end, segment_id
),

with_customers AS (
  SELECT
    j.*,
    CASE
      WHEN j.target_kind = 'customer' THEN CAST(1 AS BIGINT)
      ELSE COALESCE(s.customers, 0)
    END AS customers
  FROM judged_overrides AS j
  LEFT JOIN segment_sizes AS s
    ON j.target_kind = 'segment'
    AND j.target_id = s.segment_id
    AND j.window_end = s.window_end
)

SELECT
  ${segmentation} AS segmentation,
  window_start,
  window_end,
  decision_number,
  target_kind,
  target_id,
  action_kind,
  new_value,
  decided_by,
  decided_at,
  problem IS NULL AS is_applied,
  CASE
    WHEN problem IS NOT NULL THEN problem
    WHEN customers = 1 THEN 'applied to 1 customer'
    ELSE CONCAT('applied to ', CAST(customers AS STRING), ' customers')
  END AS outcome
FROM with_customers;
