-- The check's number once per row that breaks an invariant.
SELECT ${check_id} AS check_id, CAST(1 AS BIGINT) AS times
FROM (${invariant});
