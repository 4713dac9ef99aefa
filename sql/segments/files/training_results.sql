-- Where a training job leaves what it learnt.
CREATE TEMPORARY TABLE training_results (line STRING) WITH (
  'connector' = 'filesystem',
  'path' = ${results_path},
  'format' = 'raw',
  'sink.parallelism' = '1'
);
