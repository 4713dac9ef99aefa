-- Each customer with a sale, over all history.
SELECT
  f.customer_id,
  f.gross_revenue AS gross_spend,
  f.net_revenue AS net_spend,
  f.units_sold,
  f.units_returned,
  f.sale_lines,
  f.orders,
  f.shopping_days,
  f.first_purchase_date,
  f.last_purchase_date,
  CAST(TIMESTAMPDIFF(DAY, f.last_purchase_date, ${as_of}) AS INT)
    AS recency_days,
  s.segment_name
FROM customer_figures AS f
LEFT JOIN segments.customer_segment_current AS s
  ON s.customer_id = f.customer_id AND s.segmentation = 'default'
WHERE f.is_all_history AND f.customer_id IS NOT NULL AND f.sale_lines > 0;
