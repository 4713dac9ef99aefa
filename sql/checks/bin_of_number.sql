-- The bin of a number: bins reach from each power of two to the next, on both
-- sides of zero.
SELECT ROW(
  ${check_id},
  CASE
    WHEN ${column} IS NULL THEN 'null'
    WHEN ${column} = 0 THEN '0'
    ELSE CAST(SIGN(CAST(${column} AS DOUBLE)) AS STRING) || ' * 2^'
      || CAST(FLOOR(LOG2(ABS(CAST(${column} AS DOUBLE)))) AS STRING)
  END
);
