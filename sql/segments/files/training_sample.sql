-- The sample of customers, for the program to read.
CREATE TEMPORARY TABLE training_sample (line STRING) WITH (
  'connector' = 'filesystem',
  'path' = ${sample_path},
  'format' = 'raw',
  'sink.parallelism' = '1'
);
