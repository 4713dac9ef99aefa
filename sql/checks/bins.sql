-- The bin of each row, now and before.
SELECT
  ${check_id} AS check_id,
  ${bin} AS bin,
  1 AS is_fresh,
  CAST(NULL AS INT) AS spans_ago
FROM ${fresh}
UNION ALL
SELECT ${check_id} AS check_id, ${bin} AS bin, 0 AS is_fresh, spans_ago
FROM ${published};
