-- The months of each customer, and of all who are not known together, with the
-- first, the last and the next of those in which something was bought.
WITH active AS (
  SELECT
    *,
    CASE WHEN orders > 0 THEN sale_month END AS active_month
  FROM customer_figures
  WHERE NOT is_all_history
)
SELECT
  customer_id,
  sale_month,
  orders,
  units_sold,
  gross_revenue,
  net_revenue,
  MIN(active_month) OVER (
    PARTITION BY customer_id
    ORDER BY sale_month
    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
  ) AS first_month,
  MAX(active_month) OVER (
    PARTITION BY customer_id
    ORDER BY sale_month
    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
  ) AS previous_month,
  MIN(active_month) OVER (
    PARTITION BY customer_id
    ORDER BY sale_month
    ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING
  ) AS next_month
FROM active;
