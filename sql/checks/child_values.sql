-- Values that should exist in another table.
SELECT
  ${check_id} AS check_id,
  CAST(${child_column} AS STRING) AS needed
FROM ${audited}
WHERE ${child_column} IS NOT NULL;
