-- What the task says of each recommender; columns in the table's order.
INSERT INTO recommendations.metric
SELECT
  ${run_id} AS run_id,
  CASE
    WHEN recommender = ${model_recommender} THEN ${model_id}
    ELSE recommender || '-' || ${run_id}
  END AS model_id,
  'last ' || CAST(${test_days} AS STRING) || ' days, '
    || COALESCE(judged_on, 'new products') AS `scope`,
  metric_name,
  metric_value,
  metric_low,
  metric_high,
  recommender,
  note,
  CAST(NULL AS STRING) AS parameters,
  CAST(NULL AS INT) AS fold
FROM recommended
WHERE metric_name IS NOT NULL;
