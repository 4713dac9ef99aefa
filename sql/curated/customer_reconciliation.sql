-- Counts what becomes of the lines of each customers file. That the customers
-- and the rejects are there is for the audit to count, in their tables.
INSERT INTO curated.customer_reconciliation
WITH
lines AS (
  SELECT
    line_id / 100000000000 AS file_number,
    CAST(1 AS BIGINT) AS landed,
    CAST(0 AS BIGINT) AS customers,
    CAST(0 AS BIGINT) AS rejects,
    CAST(0 AS BIGINT) AS superseded
  FROM landing.customers
  UNION ALL
  SELECT
    line_id / 100000000000,
    0,
    CASE WHEN line_reason IS NULL AND lateness = 1 THEN 1 ELSE 0 END,
    CASE WHEN line_reason IS NOT NULL THEN 1 ELSE 0 END,
    CASE WHEN line_reason IS NULL AND lateness > 1 THEN 1 ELSE 0 END
  FROM customer_lines
),
counts AS (
  SELECT
    file_number,
    SUM(landed) AS landed,
    SUM(customers) AS customers,
    SUM(rejects) AS rejects,
    SUM(superseded) AS superseded
  FROM lines
  GROUP BY file_number
)
SELECT
  f.file_number,
  f.source_file,
  f.lines_read,
  COALESCE(n.landed, 0) AS landed,
  COALESCE(n.customers, 0) AS customers,
  COALESCE(n.rejects, 0) AS rejects,
  COALESCE(n.superseded, 0) AS superseded
FROM landing.files f
LEFT JOIN counts n ON n.file_number = f.file_number
WHERE f.replaced_by IS NULL AND f.content = 'customers';
