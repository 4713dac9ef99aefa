-- Per segment and feature: the mean, everyone's mean and standard deviation.
-- Totals are decimals, whose sums do not depend on their order, so that a run
-- repeats to the last digit.
DROP TEMPORARY VIEW IF EXISTS segment_totals;

CREATE TEMPORARY VIEW segment_totals AS
SELECT
  segment_id,
  segment_name,
  COUNT(*) AS customers,
  SUM(gross_spend) AS gross_spend,
  SUM(net_spend) AS net_spend,
  SUM(average_spend) AS average_spend,
  SUM(average_order_value) AS average_order_value,
  SUM(total_quantity) AS total_quantity,
  SUM(orders) AS orders,
  SUM(shopping_days) AS shopping_days,
  SUM(spend_per_item) AS spend_per_item,
  SUM(recency_days) AS recency_days,
  SUM(tenure_days) AS tenure_days,
  SUM(CAST(return_rate AS DECIMAL(20, 6))) AS return_rate,
  SUM(distinct_products) AS distinct_products,
  SUM(CAST(POWER(CAST(gross_spend AS DOUBLE), 2) AS DECIMAL(38, 8)))
    AS gross_spend_squares,
  SUM(CAST(POWER(CAST(net_spend AS DOUBLE), 2) AS DECIMAL(38, 8)))
    AS net_spend_squares,
  SUM(CAST(POWER(CAST(average_spend AS DOUBLE), 2) AS DECIMAL(38, 8)))
    AS average_spend_squares,
  SUM(
    CAST(POWER(CAST(average_order_value AS DOUBLE), 2) AS DECIMAL(38, 8))
  )
    AS average_order_value_squares,
  SUM(CAST(POWER(CAST(total_quantity AS DOUBLE), 2) AS DECIMAL(38, 8)))
    AS total_quantity_squares,
  SUM(CAST(POWER(CAST(orders AS DOUBLE), 2) AS DECIMAL(38, 8)))
    AS orders_squares,
  SUM(CAST(POWER(CAST(shopping_days AS DOUBLE), 2) AS DECIMAL(38, 8)))
    AS shopping_days_squares,
  SUM(CAST(POWER(CAST(spend_per_item AS DOUBLE), 2) AS DECIMAL(38, 8)))
    AS spend_per_item_squares,
  SUM(CAST(POWER(CAST(recency_days AS DOUBLE), 2) AS DECIMAL(38, 8)))
    AS recency_days_squares,
  SUM(CAST(POWER(CAST(tenure_days AS DOUBLE), 2) AS DECIMAL(38, 8)))
    AS tenure_days_squares,
  SUM(CAST(POWER(CAST(return_rate AS DOUBLE), 2) AS DECIMAL(38, 8)))
    AS return_rate_squares,
  SUM(CAST(POWER(CAST(distinct_products AS DOUBLE), 2) AS DECIMAL(38, 8)))
    AS distinct_products_squares
FROM assigned_customers
GROUP BY segment_id, segment_name;

DROP TEMPORARY VIEW IF EXISTS segment_feature_totals;

CREATE TEMPORARY VIEW segment_feature_totals AS
SELECT
  segment_id,
  segment_name,
  customers,
  feature,
  CASE feature
    WHEN 'gross_spend' THEN CAST(gross_spend AS DOUBLE)
    WHEN 'net_spend' THEN CAST(net_spend AS DOUBLE)
    WHEN 'average_spend' THEN CAST(average_spend AS DOUBLE)
    WHEN 'average_order_value' THEN CAST(average_order_value AS DOUBLE)
    WHEN 'total_quantity' THEN CAST(total_quantity AS DOUBLE)
    WHEN 'orders' THEN CAST(orders AS DOUBLE)
    WHEN 'shopping_days' THEN CAST(shopping_days AS DOUBLE)
    WHEN 'spend_per_item' THEN CAST(spend_per_item AS DOUBLE)
    WHEN 'recency_days' THEN CAST(recency_days AS DOUBLE)
    WHEN 'tenure_days' THEN CAST(tenure_days AS DOUBLE)
    WHEN 'return_rate' THEN CAST(return_rate AS DOUBLE)
    WHEN 'distinct_products' THEN CAST(distinct_products AS DOUBLE)
  END AS feature_total,
  CASE feature
    WHEN 'gross_spend' THEN CAST(gross_spend_squares AS DOUBLE)
    WHEN 'net_spend' THEN CAST(net_spend_squares AS DOUBLE)
    WHEN 'average_spend' THEN CAST(average_spend_squares AS DOUBLE)
    WHEN 'average_order_value' THEN CAST(average_order_value_squares AS DOUBLE)
    WHEN 'total_quantity' THEN CAST(total_quantity_squares AS DOUBLE)
    WHEN 'orders' THEN CAST(orders_squares AS DOUBLE)
    WHEN 'shopping_days' THEN CAST(shopping_days_squares AS DOUBLE)
    WHEN 'spend_per_item' THEN CAST(spend_per_item_squares AS DOUBLE)
    WHEN 'recency_days' THEN CAST(recency_days_squares AS DOUBLE)
    WHEN 'tenure_days' THEN CAST(tenure_days_squares AS DOUBLE)
    WHEN 'return_rate' THEN CAST(return_rate_squares AS DOUBLE)
    WHEN 'distinct_products' THEN CAST(distinct_products_squares AS DOUBLE)
  END AS feature_squares
FROM segment_totals
CROSS JOIN (
  VALUES
  ('gross_spend'),
  ('net_spend'),
  ('average_spend'),
  ('average_order_value'),
  ('total_quantity'),
  ('orders'),
  ('shopping_days'),
  ('spend_per_item'),
  ('recency_days'),
  ('tenure_days'),
  ('return_rate'),
  ('distinct_products')
) AS features(feature);

DROP TEMPORARY VIEW IF EXISTS segment_feature_moments;

CREATE TEMPORARY VIEW segment_feature_moments AS
WITH with_everyone AS (
  SELECT
    segment_id,
    segment_name,
    feature,
    feature_total / customers AS segment_mean,
    SUM(feature_total) OVER everyone / SUM(customers) OVER everyone
      AS everyone_mean,
    SUM(feature_squares) OVER everyone / SUM(customers) OVER everyone
      AS everyone_mean_square
  FROM segment_feature_totals
  WINDOW everyone AS (PARTITION BY feature)
),

with_variance AS (
  SELECT
    segment_id,
    segment_name,
    feature,
    segment_mean,
    everyone_mean,
    everyone_mean_square,
    everyone_mean_square - POWER(everyone_mean, 2) AS everyone_variance
  FROM with_everyone
)

SELECT
  segment_id,
  segment_name,
  feature,
  segment_mean,
  everyone_mean,
  -- What is left of equal numbers after subtracting is not a deviation.
  CASE
    WHEN everyone_variance > 0.000000000001 * everyone_mean_square
      THEN SQRT(everyone_variance)
    ELSE CAST(0 AS DOUBLE)
  END AS everyone_deviation
FROM with_variance;
