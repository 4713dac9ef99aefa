-- The check's number once per row that breaks an invariant.
SELECT ${check_id} AS check_id
FROM (${invariant});
