-- How many rows are in each bin, now and in each span before.
SELECT
  check_id,
  bin AS label,
  CAST(SUM(is_fresh) AS DOUBLE) AS figure,
  CAST(SUM(1 - is_fresh) AS DOUBLE) AS figure_before,
  spans_ago
FROM (${bins})
GROUP BY check_id, bin, spans_ago;
