-- How many rows are in each bin, now and before.
SELECT
  check_id,
  bin AS label,
  CAST(SUM(is_fresh) AS DOUBLE) AS figure,
  CAST(SUM(1 - is_fresh) AS DOUBLE) AS figure_before
FROM (${bins})
GROUP BY check_id, bin;
