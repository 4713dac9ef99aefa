INSERT INTO segments.segment_feature
SELECT
  ${segmentation},
  ${window_start},
  ${window_end},
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
FROM segment_feature_moments;
