-- Segments go by numbers.
SELECT
  segment_id,
  CAST(ROW_NUMBER() OVER (ORDER BY segment_id) AS INT) AS segment_number
FROM (
  SELECT DISTINCT segment_id
  FROM segments.customer_segment
  WHERE segmentation = 'default'
);
