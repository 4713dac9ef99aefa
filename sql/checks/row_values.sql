-- Counts, in one scan of a table, the rows that break each check of one row.
SELECT
  ${check_id} AS check_id,
  ARRAY[${counts}] AS violations
FROM ${audited};
