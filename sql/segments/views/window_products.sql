-- What each customer spent on each product in each window.
SELECT /*+ NEST_LOOP(w) */
  w.window_start,
  w.window_end,
  s.customer_id,
  s.product_id,
  s.category,
  SUM(s.amount) FILTER (WHERE s.kind = 'sale') AS gross_spend
FROM window_sales AS s
INNER JOIN history_windows AS w
  ON s.sale_date >= w.window_start AND s.sale_date < w.window_end
GROUP BY w.window_start, w.window_end, s.customer_id, s.product_id, s.category;
