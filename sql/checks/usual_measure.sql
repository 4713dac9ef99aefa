-- The figure of a measure for the delivery, 0 spans ago, and for each span
-- before; in place of an earlier figure its standard deviation by chance.
SELECT
  ${check_id} AS check_id,
  label,
  figure,
  chance AS figure_before,
  spans_ago
FROM (${measure});
