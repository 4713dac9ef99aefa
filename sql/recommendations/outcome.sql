-- What was recommended last, against what the customers have bought since, by
-- the segments in which they were then. The rows of earlier runs stay.
INSERT INTO recommendations.outcome
WITH
recommended_before AS (
  SELECT
    r.customer_id,
    r.product_id,
    r.item_rank,
    r.source,
    r.run_id,
    r.as_of,
    COALESCE(s.segment_name, '(none)') AS segment_name
  FROM `published`.recommendations.customer_product AS r
  LEFT JOIN `published`.segments.customer_segment_current AS s
    ON s.customer_id = r.customer_id AND s.segmentation = 'default'
),
bought_since AS (
  SELECT DISTINCT s.customer_id, s.product_id
  FROM curated.sales AS s
  JOIN (
    SELECT MAX(as_of) AS as_of FROM `published`.recommendations.customer_product
  ) AS r ON s.sale_date >= r.as_of
  WHERE s.kind = 'sale' AND s.customer_id IS NOT NULL
)
SELECT
  r.run_id,
  r.item_rank,
  r.source,
  r.segment_name,
  r.as_of,
  ${last_date} AS judged_until,
  COUNT(*) AS recommendations,
  COUNT(b.product_id) AS hits
FROM recommended_before AS r
LEFT JOIN bought_since AS b
  ON b.customer_id = r.customer_id AND b.product_id = r.product_id
WHERE r.as_of <= ${last_date}
GROUP BY r.run_id, r.item_rank, r.source, r.segment_name, r.as_of;
