-- What each customer did in each month, when each churned, and the sales
-- without a customer, added up for each segment and for everything.
INSERT INTO marts.kpi_monthly
WITH
history AS (
  SELECT
    m.*,
    CASE
      WHEN m.customer_id IS NULL THEN 'anonymous'
      ELSE COALESCE(b.segment_name, 'unsegmented')
    END AS segment_name,
    m.customer_id IS NOT NULL AND m.orders > 0 AS is_active,
    TIMESTAMPADD(MONTH, 3, m.sale_month) AS churn_month
  FROM customer_months AS m
  LEFT JOIN buyers AS b ON b.customer_id = m.customer_id
),
events AS (
  SELECT
    CASE WHEN v.is_churn THEN h.churn_month ELSE h.sale_month END
      AS sale_month,
    CASE WHEN v.is_all THEN 'all' ELSE h.segment_name END AS segment_name,
    NOT v.is_churn AND h.is_active AS is_active,
    h.first_month = h.sale_month AS is_new,
    h.previous_month = TIMESTAMPADD(MONTH, -1, h.sale_month) AS is_retained,
    h.previous_month < TIMESTAMPADD(MONTH, -3, h.sale_month)
      AS is_reactivated,
    CASE WHEN v.is_churn THEN 1 ELSE 0 END AS churned,
    CASE WHEN v.is_churn THEN 0 ELSE h.orders END AS orders,
    CASE WHEN v.is_churn THEN 0 ELSE h.units_sold END AS units_sold,
    CASE WHEN v.is_churn THEN 0 ELSE h.gross_revenue END AS gross_revenue,
    CASE WHEN v.is_churn THEN 0 ELSE h.net_revenue END AS net_revenue
  FROM history AS h
  CROSS JOIN (
    VALUES (FALSE, FALSE), (FALSE, TRUE), (TRUE, FALSE), (TRUE, TRUE)
  ) AS v(is_churn, is_all)
  WHERE NOT v.is_churn
    OR (
      h.is_active
      AND h.churn_month < ${complete_until}
      AND (h.next_month IS NULL OR h.next_month > h.churn_month)
    )
),
sums AS (
  SELECT
    sale_month,
    segment_name,
    SUM(CASE WHEN is_active THEN 1 ELSE 0 END) AS active,
    SUM(CASE WHEN is_active AND is_new THEN 1 ELSE 0 END) AS new_ones,
    SUM(CASE WHEN is_active AND is_retained THEN 1 ELSE 0 END) AS retained,
    SUM(CASE WHEN is_active AND is_reactivated THEN 1 ELSE 0 END)
      AS reactivated,
    SUM(churned) AS churned,
    SUM(orders) AS orders,
    SUM(CASE WHEN is_active THEN orders ELSE 0 END) AS known_orders,
    CAST(SUM(units_sold) AS DECIMAL(18, 3)) AS units_sold,
    CAST(SUM(gross_revenue) AS DECIMAL(20, 4)) AS gross_revenue,
    CAST(SUM(net_revenue) AS DECIMAL(20, 4)) AS net_revenue
  FROM events
  GROUP BY sale_month, segment_name
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
  FROM sums AS s
  LEFT JOIN figures AS f
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
