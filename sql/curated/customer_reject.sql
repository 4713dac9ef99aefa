-- What customers files say and cannot be.
INSERT INTO curated.customer_reject
SELECT
  source_file,
  source_line,
  reason,
  raw_line,
  ingested_at,
  detail,
  column_name,
  customer_id,
  source,
  line_id
FROM customer_refusals;
