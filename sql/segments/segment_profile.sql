INSERT INTO segments.segment_profile
WITH traits_with_means AS (
  SELECT
    traits.segment_id,
    traits.trait_number,
    traits.feature,
    traits.distance,
    moments.segment_mean,
    moments.everyone_mean
  FROM segment_traits AS traits
  INNER JOIN segment_feature_moments AS moments
    ON traits.segment_id = moments.segment_id
    AND traits.feature = moments.feature
  WHERE traits.trait_number <= 2
),

sizes AS (
  SELECT
    segment_id,
    segment_name,
    customers,
    CAST(gross_spend AS DECIMAL(20, 4)) AS gross_revenue,
    CAST(net_spend AS DECIMAL(20, 4)) AS net_revenue,
    CAST(customers AS DOUBLE) / SUM(customers) OVER () AS customer_share,
    CAST(gross_spend AS DOUBLE) / NULLIF(
      CAST(SUM(gross_spend) OVER () AS DOUBLE), 0
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
  ROUND(COALESCE(sizes.revenue_share, 0), 6) AS revenue_share,
  describe_segment(
    sizes.customer_share,
    COALESCE(sizes.revenue_share, 0),
    first_trait.feature,
    first_trait.distance,
    first_trait.segment_mean,
    first_trait.everyone_mean,
    second_trait.feature,
    second_trait.distance,
    second_trait.segment_mean,
    second_trait.everyone_mean
  ) AS description,
  COALESCE(
    named.suggested_action, by_trait.suggested_action, other.suggested_action
  ) AS suggested_action
FROM sizes
INNER JOIN traits_with_means AS first_trait
  ON sizes.segment_id = first_trait.segment_id
  AND first_trait.trait_number = 1
LEFT JOIN traits_with_means AS second_trait
  ON sizes.segment_id = second_trait.segment_id
  AND second_trait.trait_number = 2
LEFT JOIN suggested_actions AS named
  ON sizes.segment_name = named.applies_to
LEFT JOIN suggested_actions AS by_trait
  ON CONCAT(
    CASE WHEN first_trait.distance < 0 THEN 'low ' ELSE 'high ' END,
    first_trait.feature
  ) = by_trait.applies_to
LEFT JOIN suggested_actions AS other
  ON other.applies_to = 'any other segment';
