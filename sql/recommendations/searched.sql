-- Figures of combinations of parameters, as they come.
SELECT recommender, parameters, fold, `scope`, metric_name, metric_value
FROM searched;
