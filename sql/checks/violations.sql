-- How often each check is broken; a check that is not is left out.
SELECT
  check_id,
  CAST(NULL AS STRING) AS label,
  CAST(SUM(times) AS DOUBLE) AS figure,
  CAST(0 AS DOUBLE) AS figure_before,
  CAST(NULL AS INT) AS spans_ago
FROM (${broken})
GROUP BY check_id;
