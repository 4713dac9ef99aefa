INSERT INTO segments.trained_model
SELECT
  ${segmentation},
  ${window_start},
  ${window_end},
  ${model_id},
  segment_id,
  segment_name,
  cluster_number,
  feature,
  transformation,
  scaler_mean,
  scaler_deviation,
  centroid_scaled,
  centroid,
  ${algorithm},
  ${k},
  ${seed},
  ${sample_size},
  ${run_id}
FROM fitted_model;
