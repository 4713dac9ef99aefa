-- How many customers are in another segment than before, or in one for the
-- first time, or in none any more.
SELECT
  COALESCE(n.segmentation, b.segmentation) AS segmentation,
  COALESCE(b.segment_name, '(none)') AS from_segment,
  COALESCE(n.segment_name, '(none)') AS to_segment,
  COUNT(*) AS customers
FROM segments.customer_segment_current AS n
FULL JOIN `before`.segments.customer_segment_current AS b
  ON b.segmentation = n.segmentation AND b.customer_id = n.customer_id
WHERE n.segment_name IS NULL OR b.segment_name IS NULL
  OR n.segment_name <> b.segment_name
GROUP BY
  COALESCE(n.segmentation, b.segmentation),
  COALESCE(b.segment_name, '(none)'),
  COALESCE(n.segment_name, '(none)')
ORDER BY customers DESC, segmentation, from_segment, to_segment;
