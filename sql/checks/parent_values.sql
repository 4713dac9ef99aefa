-- Values that exist.
SELECT
  ${check_id} AS check_id,
  CAST(${parent_column} AS STRING) AS existing
FROM ${parent};
