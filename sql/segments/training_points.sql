-- The points of one window's customers.
SELECT line
FROM training_points;
