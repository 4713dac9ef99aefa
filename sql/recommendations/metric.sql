-- What the task says of each recommender; columns in the table's order.
INSERT INTO recommendations.metric
SELECT
  ${run_id} AS run_id,
  recommender || '-' || ${run_id} AS model_id,
  'last ' || CAST(${test_days} AS STRING) || ' days, new products',
  metric_name,
  metric_value,
  metric_low,
  metric_high,
  recommender,
  note
FROM recommended
WHERE metric_name IS NOT NULL;
