-- Counts what becomes of the lines of each customers file. That the customers
-- and the rejects are there is for the audit to count, in their tables.
INSERT INTO curated.customer_reconciliation
WITH
landed AS (
  SELECT line_id / 100000000000 AS file_number, COUNT(*) AS lines
  FROM landing.customers
  GROUP BY line_id / 100000000000
),
judged AS (
  SELECT
    line_id / 100000000000 AS file_number,
    COUNT(CASE WHEN line_reason IS NULL AND lateness = 1 THEN 1 END)
      AS customers,
    COUNT(line_reason) AS rejects,
    COUNT(CASE WHEN line_reason IS NULL AND lateness > 1 THEN 1 END)
      AS superseded
  FROM customer_lines
  GROUP BY line_id / 100000000000
)
SELECT
  f.file_number,
  f.source_file,
  f.lines_read,
  COALESCE(landed.lines, 0) AS landed,
  COALESCE(judged.customers, 0) AS customers,
  COALESCE(judged.rejects, 0) AS rejects,
  COALESCE(judged.superseded, 0) AS superseded
FROM landing.files AS f
LEFT JOIN landed ON landed.file_number = f.file_number
LEFT JOIN judged ON judged.file_number = f.file_number
WHERE f.replaced_by IS NULL AND f.content = 'customers';
