INSERT INTO segments.segment_profile
WITH totals AS (
  SELECT
    window_start,
    window_end,
    segment_id,
    segment_name,
    COUNT(*) AS customers,
    CAST(COALESCE(SUM(gross_spend), 0) AS DECIMAL(20, 4)) AS gross_revenue,
    CAST(COALESCE(SUM(net_spend), 0) AS DECIMAL(20, 4)) AS net_revenue
  FROM assigned_customers
  GROUP BY window_start, window_end, segment_id, segment_name
),

shares AS (
  SELECT
    *,
    CAST(customers AS DOUBLE) / SUM(customers) OVER everyone AS customer_share,
    COALESCE(
      CAST(gross_revenue AS DOUBLE)
      / NULLIF(CAST(SUM(gross_revenue) OVER everyone AS DOUBLE), 0),
      0
    ) AS revenue_share
  FROM totals
  WINDOW everyone AS (PARTITION BY window_end)
)

SELECT
  ${segmentation},
  shares.window_start,
  shares.window_end,
  shares.segment_id,
  shares.segment_name,
  shares.customers,
  ROUND(shares.customer_share, 6) AS customer_share,
  shares.gross_revenue,
  shares.net_revenue,
  ROUND(shares.revenue_share, 6) AS revenue_share,
  CONCAT(
    CAST(CAST(100 * shares.customer_share AS DECIMAL(4, 1)) AS STRING),
    ' % of customers bring ',
    CAST(CAST(100 * shares.revenue_share AS DECIMAL(4, 1)) AS STRING),
    ' % of gross revenue; set apart by ',
    traits.traits,
    '.'
  ) AS description,
  COALESCE(
    named.suggested_action, by_trait.suggested_action, other.suggested_action
  ) AS suggested_action
FROM shares
INNER JOIN segment_traits AS traits
  ON shares.segment_id = traits.segment_id
  AND shares.window_end = traits.window_end
LEFT JOIN suggested_actions AS named
  ON shares.segment_name = named.applies_to
LEFT JOIN suggested_actions AS by_trait
  ON traits.strongest_trait = by_trait.applies_to
LEFT JOIN suggested_actions AS other
  ON other.applies_to = 'any other segment';
