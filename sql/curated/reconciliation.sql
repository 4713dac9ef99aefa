-- Counts the lines of each transactions file in each table by itself.
INSERT INTO curated.reconciliation
WITH
lines AS (
  SELECT
    line_id / 100000000000 AS file_number,
    CAST(1 AS BIGINT) AS landed,
    CAST(0 AS BIGINT) AS sales,
    CAST(0 AS BIGINT) AS rejects,
    CAST(0 AS BIGINT) AS duplicates,
    CAST(CASE WHEN sold_at <> WALL_TIME(sold_at) THEN 1 ELSE 0 END AS BIGINT)
      AS offsets_ignored,
    CAST(0 AS BIGINT) AS updates
  FROM landing.transactions
  UNION ALL
  SELECT line_id / 100000000000, 0, 1, 0, 0, 0, 0
  FROM curated.sales
  UNION ALL
  SELECT line_id / 100000000000, 0, 0, 1, 0, 0, 0
  FROM curated.rejects
  UNION ALL
  SELECT
    line_id / 100000000000,
    0,
    0,
    0,
    1,
    0,
    CASE WHEN reason LIKE 'updates an earlier line%' THEN 1 ELSE 0 END
  FROM curated.duplicates
),
counts AS (
  SELECT
    file_number,
    SUM(landed) AS landed,
    SUM(sales) AS sales,
    SUM(rejects) AS rejects,
    SUM(duplicates) AS duplicates,
    SUM(offsets_ignored) AS offsets_ignored,
    SUM(updates) AS updates
  FROM lines
  GROUP BY file_number
)
SELECT
  f.file_number,
  f.source_file,
  f.lines_read,
  COALESCE(n.landed, 0) AS landed,
  COALESCE(n.sales, 0) AS sales,
  COALESCE(n.rejects, 0) AS rejects,
  COALESCE(n.duplicates, 0) AS duplicates,
  c.currency,
  COALESCE(n.offsets_ignored, 0) AS offsets_ignored,
  COALESCE(n.updates, 0) AS updates
FROM landing.files f
LEFT JOIN counts n ON n.file_number = f.file_number
CROSS JOIN (
  SELECT MAX(currency) AS currency
  FROM curated.sales
) c
WHERE f.replaced_by IS NULL
  AND COALESCE(f.content, 'transactions') = 'transactions';
