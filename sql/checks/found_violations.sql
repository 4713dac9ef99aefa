-- What checks/violations.sql found.
SELECT check_id, label, figure, figure_before, spans_ago
FROM violations;
