-- Counts what became of the lines of each customers file.
INSERT INTO curated.customer_reconciliation
WITH
landed AS (
  SELECT line_id / 100000000000 AS file_number, COUNT(*) AS lines
  FROM landing.customers
  GROUP BY line_id / 100000000000
),
kept AS (
  SELECT line_id / 100000000000 AS file_number, COUNT(*) AS lines
  FROM described_customers
  GROUP BY line_id / 100000000000
),
rejected AS (
  SELECT line_id / 100000000000 AS file_number, COUNT(*) AS lines
  FROM judged_customers
  WHERE line_reason IS NOT NULL
  GROUP BY line_id / 100000000000
),
last_lines AS (
  SELECT customer_id, MAX(line_id) AS line_id
  FROM judged_customers
  WHERE line_reason IS NULL
  GROUP BY customer_id
),
superseded AS (
  SELECT j.line_id / 100000000000 AS file_number, COUNT(*) AS lines
  FROM judged_customers j
  JOIN last_lines l ON l.customer_id = j.customer_id
  WHERE j.line_reason IS NULL AND j.line_id < l.line_id
  GROUP BY j.line_id / 100000000000
)
SELECT
  f.file_number,
  f.source_file,
  f.lines_read,
  COALESCE(landed.lines, 0) AS landed,
  COALESCE(kept.lines, 0) AS customers,
  COALESCE(rejected.lines, 0) AS rejects,
  COALESCE(superseded.lines, 0) AS superseded
FROM landing.files f
LEFT JOIN landed ON landed.file_number = f.file_number
LEFT JOIN kept ON kept.file_number = f.file_number
LEFT JOIN rejected ON rejected.file_number = f.file_number
LEFT JOIN superseded ON superseded.file_number = f.file_number
WHERE f.replaced_by IS NULL AND f.content = 'customers';
