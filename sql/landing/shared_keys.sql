-- How many keys each corrected delivery shares with each other file; and how
-- many each file has, which it shares with itself.
SELECT
  a.file_number,
  b.file_number AS other_number,
  COUNT(*) AS shared_keys
FROM ${held} a
JOIN ${held} b
  ON b.line_key = a.line_key
WHERE a.file_number = b.file_number OR a.file_number IN (${corrected})
GROUP BY a.file_number, b.file_number;
