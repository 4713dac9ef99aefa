-- Rows that break an invariant.
SELECT ${check_id} AS check_id, ARRAY[COUNT(*)] AS violations
FROM (${invariant});
