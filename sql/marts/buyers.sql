-- Each customer with a sale, over all history.
CREATE TEMPORARY VIEW buyers AS
WITH totals AS (
  SELECT
    customer_id,
    CAST(SUM(gross_revenue) AS DECIMAL(20, 4)) AS gross_spend,
    CAST(SUM(net_revenue) AS DECIMAL(20, 4)) AS net_spend,
    CAST(SUM(units_sold) AS DECIMAL(18, 3)) AS units_sold,
    CAST(COALESCE(SUM(units_returned), 0) AS DECIMAL(18, 3))
      AS units_returned,
    SUM(sale_lines) AS sale_lines,
    COUNT(DISTINCT CASE WHEN sale_lines > 0 THEN transaction_id END)
      AS orders,
    COUNT(DISTINCT CASE WHEN sale_lines > 0 THEN sale_date END)
      AS shopping_days,
    MIN(CASE WHEN sale_lines > 0 THEN sale_date END) AS first_purchase_date,
    MAX(CASE WHEN sale_lines > 0 THEN sale_date END) AS last_purchase_date
  FROM order_parts
  WHERE customer_id IS NOT NULL
  GROUP BY customer_id
)
SELECT
  t.*,
  CAST(TIMESTAMPDIFF(DAY, t.last_purchase_date, ${as_of}) AS INT)
    AS recency_days,
  s.segment_name
FROM totals t
LEFT JOIN segments.customer_segment_current s
  ON s.customer_id = t.customer_id AND s.segmentation = 'default'
WHERE t.sale_lines > 0;
