-- What the training job reads, and where it leaves what it learnt.
DROP TEMPORARY TABLE IF EXISTS training_sample;

CREATE TEMPORARY TABLE training_sample (line STRING) WITH (
  'connector' = 'filesystem',
  'path' = ${sample_path},
  'format' = 'raw'
);

DROP TEMPORARY TABLE IF EXISTS fitted_candidates;

CREATE TEMPORARY TABLE fitted_candidates (line STRING) WITH (
  'connector' = 'filesystem',
  'path' = ${candidates_path},
  'format' = 'raw',
  'sink.parallelism' = '1'
);
