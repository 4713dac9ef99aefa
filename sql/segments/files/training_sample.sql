-- The customers that each window's model is fitted on: chosen by a hash of
-- their id, so that the choice is the same on every run, and written in the
-- order of their ids to one file, for the fit depends on the order in which it
-- reads them.
CREATE TEMPORARY TABLE training_sample (line STRING) WITH (
  'connector' = 'filesystem',
  'path' = ${sample_path},
  'format' = 'raw',
  'sink.parallelism' = '1'
);
