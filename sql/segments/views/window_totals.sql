-- One row per window and customer with a sale in it, for all windows in one
-- reading of the sales.
SELECT /*+ NEST_LOOP(w) */
  w.window_start,
  w.window_end,
  o.customer_id,
  CAST(SUM(o.gross_spend) AS DECIMAL(20, 4)) AS gross_spend,
  CAST(SUM(o.net_spend) AS DECIMAL(20, 4)) AS net_spend,
  CAST(SUM(o.units_sold) AS DECIMAL(20, 3)) AS units_sold,
  CAST(SUM(o.units_returned) AS DECIMAL(20, 3)) AS units_returned,
  SUM(o.sale_lines) AS sale_lines,
  SUM(o.lines_in_countries) AS lines_in_countries,
  COUNT(DISTINCT o.transaction_id) FILTER (WHERE o.sale_lines > 0) AS orders,
  COUNT(DISTINCT o.sale_date) FILTER (WHERE o.sale_lines > 0)
    AS shopping_days,
  MAX(o.sale_date) FILTER (WHERE o.sale_lines > 0) AS last_sale_date
FROM customer_orders AS o
INNER JOIN history_windows AS w
  ON o.sale_date >= w.window_start AND o.sale_date < w.window_end
GROUP BY w.window_start, w.window_end, o.customer_id;
