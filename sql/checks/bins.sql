-- The bins of each row, one for each column that is compared, now and before.
SELECT
  c.check_id,
  c.bin,
  1 AS is_fresh,
  CAST(NULL AS INT) AS spans_ago
FROM ${fresh}
CROSS JOIN UNNEST(ARRAY[${bins}]) AS c (check_id, bin)
UNION ALL
SELECT c.check_id, c.bin, 0 AS is_fresh, spans_ago
FROM ${published}
CROSS JOIN UNNEST(ARRAY[${bins}]) AS c (check_id, bin);
