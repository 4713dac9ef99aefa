INSERT INTO segments.metric
SELECT
  ${run_id},
  model_id,
  ${scope},
  metric_name,
  metric_value,
  ${segmentation},
  ${window_end},
  k,
  seed,
  note
FROM fitting_metrics;
