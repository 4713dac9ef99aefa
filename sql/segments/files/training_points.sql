-- The points that a training job reads, in the file's order.
CREATE TEMPORARY TABLE training_points (line STRING) WITH (
  'connector' = 'filesystem',
  'path' = ${points_path},
  'format' = 'raw'
);
