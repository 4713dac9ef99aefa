-- How many lines told something new of the sale that they repeat.
SELECT COUNT(*) AS updating_lines
FROM curated.duplicates
WHERE reason = 'updates an earlier line';
