-- The customers that the model is fitted on: chosen by a hash of their id, so
-- that the choice is the same on every run, and written in the order of their
-- ids to one file, for the fit depends on the order in which it reads them.
DROP TEMPORARY TABLE IF EXISTS training_sample;

CREATE TEMPORARY TABLE training_sample (line STRING) WITH (
  'connector' = 'filesystem',
  'path' = ${sample_path},
  'format' = 'raw',
  'sink.parallelism' = '1'
);

INSERT INTO training_sample
WITH chosen AS (
  SELECT *
  FROM window_customers
  ORDER BY MD5(customer_id), customer_id
  LIMIT ${sample_size}
)

SELECT
  CONCAT_WS(
    ',',
    CAST(gross_spend AS STRING),
    CAST(net_spend AS STRING),
    CAST(average_spend AS STRING),
    CAST(average_order_value AS STRING),
    CAST(total_quantity AS STRING),
    CAST(orders AS STRING),
    CAST(shopping_days AS STRING),
    CAST(spend_per_item AS STRING),
    CAST(recency_days AS STRING),
    CAST(tenure_days AS STRING),
    CAST(return_rate AS STRING),
    CAST(distinct_products AS STRING)
  ) AS line
FROM chosen
ORDER BY customer_id;
