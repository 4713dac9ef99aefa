-- The currency of most fresh lines.
SELECT currency
FROM fresh_lines
WHERE currency IS NOT NULL
GROUP BY currency
ORDER BY COUNT(*) DESC, currency
LIMIT 1;
