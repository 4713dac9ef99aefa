-- The key of each row of a table, and a hash of all its columns.
SELECT
  ${table_number} AS table_number,
  ${side} AS side,
  ${key} AS row_key,
  MD5(${columns}) AS row_hash
FROM ${state};
