-- What the models of a job learnt.
INSERT INTO training_results
SELECT line
FROM fitting_log;
