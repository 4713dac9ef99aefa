-- Counts the lines of each transactions file in each table by itself.
INSERT INTO curated.reconciliation
WITH
landed AS (
  SELECT
    line_id / 100000000000 AS file_number,
    COUNT(*) AS lines,
    COUNT(CASE WHEN sold_at <> WALL_TIME(sold_at) THEN 1 END) AS offsets
  FROM landing.transactions
  GROUP BY line_id / 100000000000
),
sold AS (
  SELECT line_id / 100000000000 AS file_number, COUNT(*) AS lines
  FROM curated.sales
  GROUP BY line_id / 100000000000
),
rejected AS (
  SELECT line_id / 100000000000 AS file_number, COUNT(*) AS lines
  FROM curated.rejects
  GROUP BY line_id / 100000000000
),
repeated AS (
  SELECT
    line_id / 100000000000 AS file_number,
    COUNT(*) AS lines,
    COUNT(CASE WHEN reason LIKE 'updates an earlier line%' THEN 1 END)
      AS updates
  FROM curated.duplicates
  GROUP BY line_id / 100000000000
)
SELECT
  f.file_number,
  f.source_file,
  f.lines_read,
  COALESCE(landed.lines, 0) AS landed,
  COALESCE(sold.lines, 0) AS sales,
  COALESCE(rejected.lines, 0) AS rejects,
  COALESCE(repeated.lines, 0) AS duplicates,
  c.currency,
  COALESCE(landed.offsets, 0) AS offsets_ignored,
  COALESCE(repeated.updates, 0) AS updates
FROM landing.files AS f
LEFT JOIN landed ON landed.file_number = f.file_number
LEFT JOIN sold ON sold.file_number = f.file_number
LEFT JOIN rejected ON rejected.file_number = f.file_number
LEFT JOIN repeated ON repeated.file_number = f.file_number
CROSS JOIN (
  SELECT MAX(currency) AS currency
  FROM curated.sales
) AS c
WHERE f.replaced_by IS NULL
  AND COALESCE(f.content, 'transactions') = 'transactions';
