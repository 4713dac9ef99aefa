-- Months that usable fresh lines fall into, as their first days.
SELECT DISTINCT
  CAST(DATE_FORMAT(sold_time, 'yyyy-MM-01') AS DATE) AS month_start
FROM classified_lines
WHERE reason IS NULL;
