-- The segments that customers are in now and were in before the days that are
-- held out, where segments were published then; and products' categories. All
-- go by numbers.
CREATE TEMPORARY VIEW numbered_segments AS
SELECT
  segment_id,
  CAST(ROW_NUMBER() OVER (ORDER BY segment_id) AS INT) AS segment_number
FROM (
  SELECT DISTINCT segment_id
  FROM segments.customer_segment
  WHERE segmentation = 'default'
);

CREATE TEMPORARY VIEW grouped_customers AS
WITH
known_window AS (
  SELECT MAX(s.window_end) AS window_end
  FROM segments.customer_segment s
  WHERE s.segmentation = 'default'
    AND TIMESTAMPDIFF(
      DAY,
      CAST(s.window_end AS TIMESTAMP(3)),
      CAST(${last_date} AS TIMESTAMP(3))
    ) >= ${test_days} - 1
),
known_segments AS (
  SELECT s.customer_id, n.segment_number
  FROM segments.customer_segment s
  JOIN known_window w ON w.window_end = s.window_end
  JOIN numbered_segments n ON n.segment_id = s.segment_id
  WHERE s.segmentation = 'default'
),
present_segments AS (
  SELECT s.customer_id, n.segment_number
  FROM segments.customer_segment_current s
  JOIN numbered_segments n ON n.segment_id = s.segment_id
  WHERE s.segmentation = 'default'
)
SELECT
  c.customer_number,
  COALESCE(p.segment_number, 0) AS segment_now,
  COALESCE(k.segment_number, 0) AS segment_known
FROM numbered_customers c
LEFT JOIN present_segments p ON p.customer_id = c.customer_id
LEFT JOIN known_segments k ON k.customer_id = c.customer_id;

CREATE TEMPORARY VIEW grouped_products AS
SELECT
  n.product_number,
  CASE
    WHEN p.category IS NULL THEN 0
    ELSE CAST(DENSE_RANK() OVER (ORDER BY p.category NULLS LAST) AS INT)
  END AS category_number,
  n.is_repeatable
FROM numbered_products n
JOIN curated.products p ON p.product_id = n.product_id;
