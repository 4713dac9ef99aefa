-- The figure of a measure, with what it says in words.
SELECT
  ${check_id} AS check_id,
  label,
  figure,
  CAST(NULL AS DOUBLE) AS figure_before,
  CAST(NULL AS INT) AS spans_ago
FROM (${measure});
