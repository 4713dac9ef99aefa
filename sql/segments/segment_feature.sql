-- Totals are decimals, whose sums do not depend on their order, so that a run
-- repeats to the last digit.
INSERT INTO segments.segment_feature
WITH feature_values AS (
  SELECT
    c.window_start,
    c.window_end,
    c.segment_id,
    c.segment_name,
    f.feature,
    f.feature_value
  FROM
    decided_segments AS c,
    LATERAL TABLE(customer_features_of(
      c.window_end, c.numbers, c.categories, c.attributes
    )) AS f(feature, feature_value)
),

totals AS (
  SELECT
    window_start,
    window_end,
    segment_id,
    segment_name,
    feature,
    COUNT(*) AS customers,
    CAST(SUM(CAST(feature_value AS DECIMAL(30, 8))) AS DOUBLE) AS total,
    CAST(SUM(CAST(POWER(feature_value, 2) AS DECIMAL(38, 8))) AS DOUBLE)
      AS squares
  FROM feature_values
  GROUP BY window_start, window_end, segment_id, segment_name, feature
),

with_everyone AS (
  SELECT
    window_start,
    window_end,
    segment_id,
    segment_name,
    feature,
    total / customers AS segment_mean,
    SUM(total) OVER everyone / SUM(customers) OVER everyone AS everyone_mean,
    SUM(squares) OVER everyone / SUM(customers) OVER everyone
      AS everyone_mean_square
  FROM totals
  WINDOW everyone AS (PARTITION BY window_end, feature)
),

with_variance AS (
  SELECT
    *,
    everyone_mean_square - POWER(everyone_mean, 2) AS everyone_variance
  FROM with_everyone
),

with_deviation AS (
  SELECT
    *,
    -- What is left of equal numbers after subtracting is not a deviation.
    CASE
      WHEN everyone_variance > 0.000000000001 * everyone_mean_square
        THEN SQRT(everyone_variance)
      ELSE CAST(0 AS DOUBLE)
    END AS everyone_deviation
  FROM with_variance
)

SELECT
  ${segmentation} AS segmentation,
  window_start,
  window_end,
  segment_id,
  segment_name,
  feature,
  ROUND(segment_mean, 6) AS segment_mean,
  ROUND(everyone_mean, 6) AS everyone_mean,
  ROUND(everyone_deviation, 6) AS everyone_deviation,
  CASE
    WHEN everyone_deviation > 0
      THEN ROUND((segment_mean - everyone_mean) / everyone_deviation, 6)
    ELSE CAST(0 AS DOUBLE)
  END AS distance_from_everyone
FROM with_deviation;
