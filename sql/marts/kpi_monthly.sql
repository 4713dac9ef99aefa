-- What each customer did in each month, when each churned, and the sales
-- without a customer, added up for each segment and for everything.
INSERT INTO marts.kpi_monthly
WITH
history AS (
  SELECT
    m.*,
    COALESCE(b.segment_name, 'unsegmented') AS segment_name
  FROM customer_months m
  LEFT JOIN buyers b ON b.customer_id = m.customer_id
),
events AS (
  SELECT
    sale_month,
    segment_name,
    CASE WHEN orders > 0 THEN 1 ELSE 0 END AS active,
    CASE WHEN orders > 0 AND sale_month = first_month THEN 1 ELSE 0 END
      AS is_new,
    CASE
      WHEN orders > 0 AND previous_month = TIMESTAMPADD(MONTH, -1, sale_month)
        THEN 1
      ELSE 0
    END AS retained,
    CASE
      WHEN orders > 0 AND previous_month < TIMESTAMPADD(MONTH, -3, sale_month)
        THEN 1
      ELSE 0
    END AS reactivated,
    0 AS churned,
    orders,
    units_sold,
    gross_revenue,
    net_revenue
  FROM history
  UNION ALL
  SELECT
    TIMESTAMPADD(MONTH, 3, sale_month) AS sale_month,
    segment_name,
    0 AS active,
    0 AS is_new,
    0 AS retained,
    0 AS reactivated,
    1 AS churned,
    0 AS orders,
    0 AS units_sold,
    0 AS gross_revenue,
    0 AS net_revenue
  FROM history
  WHERE orders > 0
    AND TIMESTAMPADD(MONTH, 3, sale_month) < ${complete_until}
    AND (next_month IS NULL OR next_month > TIMESTAMPADD(MONTH, 3, sale_month))
  UNION ALL
  SELECT
    CAST(FLOOR(sale_date TO MONTH) AS DATE) AS sale_month,
    'anonymous' AS segment_name,
    0 AS active,
    0 AS is_new,
    0 AS retained,
    0 AS reactivated,
    0 AS churned,
    COUNT(DISTINCT CASE WHEN sale_lines > 0 THEN transaction_id END)
      AS orders,
    COALESCE(SUM(units_sold), 0) AS units_sold,
    COALESCE(SUM(gross_revenue), 0) AS gross_revenue,
    SUM(net_revenue) AS net_revenue
  FROM order_parts
  WHERE customer_id IS NULL
  GROUP BY CAST(FLOOR(sale_date TO MONTH) AS DATE)
),
sums AS (
  SELECT
    e.sale_month,
    CASE WHEN v.is_all THEN 'all' ELSE e.segment_name END AS segment_name,
    SUM(e.active) AS active,
    SUM(e.is_new) AS new_ones,
    SUM(e.retained) AS retained,
    SUM(e.reactivated) AS reactivated,
    SUM(e.churned) AS churned,
    SUM(e.orders) AS orders,
    SUM(CASE WHEN e.segment_name = 'anonymous' THEN 0 ELSE e.orders END)
      AS known_orders,
    CAST(SUM(e.units_sold) AS DECIMAL(18, 3)) AS units_sold,
    CAST(SUM(e.gross_revenue) AS DECIMAL(20, 4)) AS gross_revenue,
    CAST(SUM(e.net_revenue) AS DECIMAL(20, 4)) AS net_revenue
  FROM events e
  CROSS JOIN (VALUES (TRUE), (FALSE)) AS v(is_all)
  GROUP BY
    e.sale_month,
    CASE WHEN v.is_all THEN 'all' ELSE e.segment_name END
),
-- A transaction of several customers is one order of everything.
counted AS (
  SELECT
    s.*,
    CASE
      WHEN s.segment_name = 'all' THEN COALESCE(f.orders, 0)
      ELSE s.orders
    END AS order_count,
    LAG(s.sale_month) OVER earlier AS month_before,
    LAG(s.active) OVER earlier AS active_before
  FROM sums s
  LEFT JOIN figures f
    ON f.dimension = 'month' AND CAST(f.dimension_value AS DATE) = s.sale_month
  WINDOW earlier AS (PARTITION BY s.segment_name ORDER BY s.sale_month)
)
SELECT
  sale_month,
  segment_name,
  sale_month < ${complete_until} AS is_complete,
  CAST(active AS BIGINT) AS active_customers,
  CAST(new_ones AS BIGINT) AS new_customers,
  CAST(active - new_ones AS BIGINT) AS returning_customers,
  CAST(retained AS BIGINT) AS retained_customers,
  CAST(reactivated AS BIGINT) AS reactivated_customers,
  CASE WHEN sale_month < ${complete_until} THEN CAST(churned AS BIGINT) END
    AS churned_customers,
  order_count AS orders,
  ROUND(CAST(known_orders AS DOUBLE) / NULLIF(active, 0), 6)
    AS orders_per_active,
  CAST(CAST(units_sold / NULLIF(order_count, 0) AS DECIMAL(20, 6)) AS DOUBLE)
    AS basket_size,
  CAST(gross_revenue / NULLIF(order_count, 0) AS DECIMAL(20, 4))
    AS average_order_value,
  ROUND(CAST(active - new_ones AS DOUBLE) / NULLIF(active, 0), 6)
    AS repeat_rate,
  CASE
    WHEN month_before = TIMESTAMPADD(MONTH, -1, sale_month)
      THEN ROUND(CAST(retained AS DOUBLE) / NULLIF(active_before, 0), 6)
  END AS retention_rate,
  units_sold,
  gross_revenue,
  net_revenue,
  ${currency} AS currency
FROM counted;
