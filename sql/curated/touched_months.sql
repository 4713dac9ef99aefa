-- Months that usable fresh lines fall into, as their first days, and how many.
SELECT
  CAST(DATE_FORMAT(sold_time, 'yyyy-MM-01') AS DATE) AS month_start,
  COUNT(*) AS new_lines
FROM classified_lines
WHERE reason IS NULL
GROUP BY CAST(DATE_FORMAT(sold_time, 'yyyy-MM-01') AS DATE);
