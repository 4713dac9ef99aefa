-- Rows whose value does not exist where it should.
SELECT ${check_id} AS check_id, ARRAY[COUNT(*)] AS violations
FROM (
  SELECT DISTINCT ${child_column} AS child_value
  FROM ${audited}
  WHERE ${child_column} IS NOT NULL
) AS child
LEFT JOIN (
  SELECT DISTINCT ${parent_column} AS parent_value
  FROM ${parent}
) AS parent ON parent.parent_value = child.child_value
WHERE parent.parent_value IS NULL;
