-- What customers files said and cannot be, for the closing summary.
SELECT
  'customer_reject' AS topic,
  reason AS label,
  COUNT(*) AS lines,
  CAST(NULL AS DATE) AS last_date,
  CAST(NULL AS STRING) AS placeholder_customer
FROM curated.customer_reject
GROUP BY reason;
