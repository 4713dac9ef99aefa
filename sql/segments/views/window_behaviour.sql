-- The first sale of all history is before the end of every window that has
-- any sale of the customer.
WITH first_sales AS (
  SELECT
    customer_id,
    MIN(sale_date) FILTER (WHERE sale_lines > 0) AS first_sale_date
  FROM customer_orders
  GROUP BY customer_id
),

product_counts AS (
  SELECT
    window_end,
    customer_id,
    COUNT(DISTINCT product_id) AS distinct_products
  FROM window_products
  WHERE gross_spend IS NOT NULL
  GROUP BY window_end, customer_id
)

SELECT
  totals.window_start,
  totals.window_end,
  totals.customer_id,
  totals.gross_spend,
  totals.net_spend,
  CAST(totals.gross_spend / totals.sale_lines AS DECIMAL(20, 4))
    AS average_spend,
  CAST(totals.gross_spend / totals.orders AS DECIMAL(20, 4))
    AS average_order_value,
  totals.units_sold AS total_quantity,
  totals.orders,
  totals.shopping_days,
  COALESCE(
    CAST(totals.gross_spend / NULLIF(totals.units_sold, 0)
      AS DECIMAL(20, 4)),
    0
  ) AS spend_per_item,
  TIMESTAMPDIFF(DAY, totals.last_sale_date, totals.window_end)
    AS recency_days,
  TIMESTAMPDIFF(DAY, first_sales.first_sale_date, totals.window_end)
    AS tenure_days,
  CAST(COALESCE(
    CAST(totals.units_returned / NULLIF(totals.units_sold, 0)
      AS DECIMAL(20, 6)),
    0
  ) AS DOUBLE) AS return_rate,
  product_counts.distinct_products,
  totals.lines_in_countries,
  CAST(totals.units_sold / totals.orders AS DOUBLE) AS units_per_order
FROM window_totals AS totals
INNER JOIN product_counts
  ON totals.customer_id = product_counts.customer_id
  AND totals.window_end = product_counts.window_end
INNER JOIN first_sales
  ON totals.customer_id = first_sales.customer_id;
