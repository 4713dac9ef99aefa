-- What Swing reads: who bought what, thinned, one pair of numbers a line.
CREATE TEMPORARY TABLE thinned_purchases (line STRING) WITH (
  'connector' = 'filesystem',
  'path' = ${swing_path},
  'format' = 'raw',
  'sink.parallelism' = '1'
);
