INSERT INTO segments.segment_profile
WITH totals AS (
  SELECT
    window_start,
    window_end,
    segment_id,
    segment_name,
    COUNT(*) AS customers,
    CAST(COALESCE(SUM(gross_spend), 0) AS DECIMAL(20, 4)) AS gross_revenue,
    CAST(COALESCE(SUM(net_spend), 0) AS DECIMAL(20, 4)) AS net_revenue,
    CAST(SUM(orders) AS DOUBLE) / COUNT(*) AS mean_purchases,
    CAST(SUM(CAST(recency_days AS BIGINT)) AS DOUBLE) / COUNT(recency_days)
      AS mean_recency_days,
    CAST(SUM(CAST(return_rate AS DECIMAL(20, 6))) AS DOUBLE)
      / COUNT(return_rate) AS mean_return_rate
  FROM decided_segments
  GROUP BY window_start, window_end, segment_id, segment_name
),

with_means AS (
  SELECT
    *,
    CAST(gross_revenue / customers AS DECIMAL(20, 4)) AS mean_gross_revenue,
    CAST(net_revenue / customers AS DECIMAL(20, 4)) AS mean_net_revenue,
    CAST((gross_revenue - net_revenue) / customers AS DECIMAL(20, 4))
      AS mean_returned_revenue
  FROM totals
),

-- Net revenue per customer decides who is golden: the gross revenue of a whole
-- segment may be high because the segment is large, or may all come back.
ranked AS (
  SELECT
    *,
    CAST(customers AS DOUBLE) / SUM(customers) OVER everyone AS customer_share,
    COALESCE(
      CAST(gross_revenue AS DOUBLE)
      / NULLIF(CAST(SUM(gross_revenue) OVER everyone AS DOUBLE), 0),
      0
    ) AS revenue_share,
    ROW_NUMBER() OVER by_revenue AS gross_revenue_rank,
    ROW_NUMBER() OVER (
      PARTITION BY window_end
      ORDER BY mean_net_revenue DESC, gross_revenue DESC, segment_id
    ) AS net_per_customer_rank
  FROM with_means
  WINDOW
    by_revenue AS (
      PARTITION BY window_end ORDER BY gross_revenue DESC, segment_id
    ),
    everyone AS (
      PARTITION BY window_end
      ORDER BY gross_revenue DESC, segment_id
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    )
)

SELECT
  ${segmentation} AS segmentation,
  ranked.window_start,
  ranked.window_end,
  ranked.segment_id,
  ranked.segment_name,
  ranked.customers,
  ROUND(ranked.customer_share, 6) AS customer_share,
  ranked.gross_revenue,
  ranked.net_revenue,
  ROUND(ranked.revenue_share, 6) AS revenue_share,
  CONCAT(
    CAST(CAST(100 * ranked.customer_share AS DECIMAL(4, 1)) AS STRING),
    ' % of customers bring ',
    CAST(CAST(100 * ranked.revenue_share AS DECIMAL(4, 1)) AS STRING),
    ' % of gross revenue; set apart by ',
    traits.traits,
    '.'
  ) AS description,
  COALESCE(
    named.suggested_action,
    by_model_name.suggested_action,
    by_trait.suggested_action,
    other.suggested_action
  ) AS suggested_action,
  ranked.gross_revenue_rank,
  ranked.mean_net_revenue AS net_revenue_per_customer,
  ranked.net_per_customer_rank,
  ranked.net_per_customer_rank = 1 AND ranked.mean_net_revenue > 0
    AS is_golden,
  ROUND(ranked.mean_recency_days, 6) AS mean_recency_days,
  ranked.mean_gross_revenue,
  ranked.mean_net_revenue,
  ROUND(COALESCE(ranked.mean_purchases, 0), 6) AS mean_purchases,
  ROUND(ranked.mean_return_rate, 6) AS mean_return_rate,
  ranked.mean_returned_revenue
FROM ranked
INNER JOIN segment_traits AS traits
  ON ranked.segment_id = traits.segment_id
  AND ranked.window_end = traits.window_end
LEFT JOIN suggested_actions AS named
  ON ranked.segment_name = named.applies_to
LEFT JOIN suggested_actions AS by_model_name
  ON traits.segment_name = by_model_name.applies_to
LEFT JOIN suggested_actions AS by_trait
  ON traits.strongest_trait = by_trait.applies_to
LEFT JOIN suggested_actions AS other
  ON other.applies_to = 'any other segment';
