-- The first and the last day of each delivery, of those with a tenth of the
-- lines that its days have on average: a late line does not make it long. And
-- how many lines it delivered, of all days.
SELECT
  ingest_id,
  MIN(sale_date) AS first_day,
  MAX(sale_date) AS last_day,
  MAX(delivered_lines) AS delivered_lines
FROM (
  SELECT
    f.ingest_id,
    s.sale_date,
    COUNT(*) AS day_lines,
    AVG(COUNT(*) * 1.0E0) OVER (PARTITION BY f.ingest_id) AS usual_lines,
    SUM(COUNT(*)) OVER (PARTITION BY f.ingest_id) AS delivered_lines
  FROM curated.sales AS s
  JOIN landing.files AS f
    ON f.file_number = s.line_id / 100000000000
  WHERE f.ingest_id IN (${ingests})
  GROUP BY f.ingest_id, s.sale_date
)
WHERE day_lines >= usual_lines / 10
GROUP BY ingest_id;
