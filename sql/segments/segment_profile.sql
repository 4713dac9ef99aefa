INSERT INTO segments.segment_profile
WITH sizes AS (
  SELECT
    segment_id,
    segment_name,
    customers,
    CAST(gross_spend AS DECIMAL(20, 4)) AS gross_revenue,
    CAST(net_spend AS DECIMAL(20, 4)) AS net_revenue,
    CAST(customers AS DOUBLE) / SUM(customers) OVER () AS customer_share,
    COALESCE(
      CAST(gross_spend AS DOUBLE)
      / NULLIF(CAST(SUM(gross_spend) OVER () AS DOUBLE), 0),
      0
    ) AS revenue_share
  FROM segment_totals
)

SELECT
  ${segmentation},
  ${window_start},
  ${window_end},
  sizes.segment_id,
  sizes.segment_name,
  sizes.customers,
  ROUND(sizes.customer_share, 6) AS customer_share,
  sizes.gross_revenue,
  sizes.net_revenue,
  ROUND(sizes.revenue_share, 6) AS revenue_share,
  CONCAT(
    CAST(CAST(100 * sizes.customer_share AS DECIMAL(4, 1)) AS STRING),
    ' % of customers bring ',
    CAST(CAST(100 * sizes.revenue_share AS DECIMAL(4, 1)) AS STRING),
    ' % of gross revenue; set apart by ',
    traits.traits,
    '.'
  ) AS description,
  COALESCE(
    named.suggested_action, by_trait.suggested_action, other.suggested_action
  ) AS suggested_action
FROM sizes
INNER JOIN segment_traits AS traits
  ON sizes.segment_id = traits.segment_id
LEFT JOIN suggested_actions AS named
  ON sizes.segment_name = named.applies_to
LEFT JOIN suggested_actions AS by_trait
  ON traits.strongest_trait = by_trait.applies_to
LEFT JOIN suggested_actions AS other
  ON other.applies_to = 'any other segment';
