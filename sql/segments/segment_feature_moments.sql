-- Per segment and feature: the mean, everyone's mean and standard deviation.
-- Totals are exact, so that a run repeats to the last digit; squares are not,
-- which the rounding at the end hides.
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
  SUM(POWER(CAST(gross_spend AS DOUBLE), 2)) AS gross_spend_squares,
  SUM(POWER(CAST(net_spend AS DOUBLE), 2)) AS net_spend_squares,
  SUM(POWER(CAST(average_spend AS DOUBLE), 2)) AS average_spend_squares,
  SUM(POWER(CAST(average_order_value AS DOUBLE), 2)) AS average_order_value_squares,
  SUM(POWER(CAST(total_quantity AS DOUBLE), 2)) AS total_quantity_squares,
  SUM(POWER(CAST(orders AS DOUBLE), 2)) AS orders_squares,
  SUM(POWER(CAST(shopping_days AS DOUBLE), 2)) AS shopping_days_squares,
  SUM(POWER(CAST(spend_per_item AS DOUBLE), 2)) AS spend_per_item_squares,
  SUM(POWER(CAST(recency_days AS DOUBLE), 2)) AS recency_days_squares,
  SUM(POWER(CAST(tenure_days AS DOUBLE), 2)) AS tenure_days_squares,
  SUM(POWER(CAST(return_rate AS DOUBLE), 2)) AS return_rate_squares,
  SUM(POWER(CAST(distinct_products AS DOUBLE), 2)) AS distinct_products_squares
FROM assigned_customers
GROUP BY segment_id, segment_name;

DROP TEMPORARY VIEW IF EXISTS segment_feature_totals;

CREATE TEMPORARY VIEW segment_feature_totals AS
SELECT
  segment_id,
  segment_name,
  customers,
  feature,
  feature_total,
  feature_squares
FROM
  segment_totals,
  UNNEST(ARRAY[
    ROW('gross_spend', CAST(gross_spend AS DOUBLE), gross_spend_squares),
    ROW('net_spend', CAST(net_spend AS DOUBLE), net_spend_squares),
    ROW('average_spend', CAST(average_spend AS DOUBLE), average_spend_squares),
    ROW('average_order_value', CAST(average_order_value AS DOUBLE), average_order_value_squares),
    ROW('total_quantity', CAST(total_quantity AS DOUBLE), total_quantity_squares),
    ROW('orders', CAST(orders AS DOUBLE), orders_squares),
    ROW('shopping_days', CAST(shopping_days AS DOUBLE), shopping_days_squares),
    ROW('spend_per_item', CAST(spend_per_item AS DOUBLE), spend_per_item_squares),
    ROW('recency_days', CAST(recency_days AS DOUBLE), recency_days_squares),
    ROW('tenure_days', CAST(tenure_days AS DOUBLE), tenure_days_squares),
    ROW('return_rate', CAST(return_rate AS DOUBLE), return_rate_squares),
    ROW('distinct_products', CAST(distinct_products AS DOUBLE), distinct_products_squares)
  ]) AS totals(feature, feature_total, feature_squares);

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
