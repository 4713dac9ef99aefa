-- Where a training job leaves what it learnt.
DROP TEMPORARY TABLE IF EXISTS training_results;

CREATE TEMPORARY TABLE training_results (line STRING) WITH (
  'connector' = 'filesystem',
  'path' = ${results_path},
  'format' = 'raw',
  'sink.parallelism' = '1'
);
