-- What the lake holds, for the closing summary.
SELECT
  'kind' AS topic,
  kind AS label,
  COUNT(*) AS lines,
  MAX(sale_date) AS last_date,
  placeholder_customer
FROM curated.sales
GROUP BY kind, placeholder_customer
UNION ALL
SELECT
  'reject' AS topic,
  reason AS label,
  COUNT(*) AS lines,
  CAST(NULL AS DATE) AS last_date,
  CAST(NULL AS STRING) AS placeholder_customer
FROM curated.rejects
GROUP BY reason;
