-- Keys that stand on more than one row.
SELECT ${check_id} AS check_id, ARRAY[COUNT(*)] AS violations
FROM (
  SELECT ${key}
  FROM ${audited}
  GROUP BY ${key}
  HAVING COUNT(*) > 1
);
