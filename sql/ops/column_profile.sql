INSERT INTO ops.column_profile
SELECT
  ${run_id} AS run_id,
  table_name,
  column_name,
  column_type,
  column_rows,
  missing_share,
  distinct_values,
  minimum,
  maximum,
  mean,
  standard_deviation,
  skewness,
  kurtosis,
  p01,
  p05,
  p25,
  p50,
  p75,
  p95,
  p99
FROM profiled_columns;
