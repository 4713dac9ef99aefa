-- The segments that customers are in now, and were in before the days that are
-- held out, where segments were published then.
WITH
known_window AS (
  SELECT MAX(s.window_end) AS window_end
  FROM segments.customer_segment AS s
  WHERE s.segmentation = 'default'
    AND TIMESTAMPDIFF(
      DAY,
      CAST(s.window_end AS TIMESTAMP(3)),
      CAST(${last_date} AS TIMESTAMP(3))
    ) >= ${test_days} - 1
),
known_segments AS (
  SELECT s.customer_id, n.segment_number
  FROM segments.customer_segment AS s
  JOIN known_window AS w ON w.window_end = s.window_end
  JOIN numbered_segments AS n ON n.segment_id = s.segment_id
  WHERE s.segmentation = 'default'
),
present_segments AS (
  SELECT s.customer_id, n.segment_number
  FROM segments.customer_segment_current AS s
  JOIN numbered_segments AS n ON n.segment_id = s.segment_id
  WHERE s.segmentation = 'default'
)
SELECT
  c.customer_number,
  COALESCE(p.segment_number, 0) AS segment_now,
  COALESCE(k.segment_number, 0) AS segment_known
FROM numbered_customers AS c
LEFT JOIN present_segments AS p ON p.customer_id = c.customer_id
LEFT JOIN known_segments AS k ON k.customer_id = c.customer_id;
