-- Rows of curated.customer_reject that customers files would give.
SELECT
  source_file,
  source_line,
  reason,
  detail,
  raw_line
FROM customer_refusals
LIMIT ${rows};
