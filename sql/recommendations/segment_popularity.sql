-- What the customers of each segment bought lately, by how many of them did.
INSERT INTO recommendations.segment_popularity
WITH
recent AS (
  SELECT product_id, customer_id
  FROM bought_products
  WHERE customer_id IS NOT NULL
    AND TIMESTAMPDIFF(
      DAY,
      CAST(last_bought_on AS TIMESTAMP(3)),
      CAST(${last_date} AS TIMESTAMP(3))
    ) < ${group_days}
),
members AS (
  SELECT
    segment_id,
    segment_name,
    customer_id,
    COUNT(*) OVER (PARTITION BY segment_id) AS segment_customers
  FROM segments.customer_segment_current
  WHERE segmentation = 'default'
),
bought AS (
  SELECT
    m.segment_id,
    MIN(m.segment_name) AS segment_name,
    r.product_id,
    COUNT(*) AS customers,
    CAST(COUNT(*) AS DOUBLE) / MIN(m.segment_customers) AS share_of_segment
  FROM members AS m
  JOIN recent AS r ON r.customer_id = m.customer_id
  GROUP BY m.segment_id, r.product_id
)
SELECT
  b.segment_id,
  b.segment_name,
  ROW_NUMBER() OVER (
    PARTITION BY b.segment_id
    ORDER BY b.customers DESC, b.product_id
  ) AS segment_rank,
  b.product_id,
  p.product_name,
  b.customers,
  b.share_of_segment
FROM bought AS b
JOIN curated.products AS p ON p.product_id = b.product_id;
