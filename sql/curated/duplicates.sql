-- Fresh lines that repeat an earlier one, and which.
INSERT INTO curated.duplicates
SELECT /*+ BROADCAST(f) */
  f.source_file,
  MOD(r.line_id, 100000000000) AS source_line,
  r.kept_line_id,
  f.source,
  r.line_id,
  r.reason
FROM repeats AS r
LEFT JOIN landing.files AS f ON f.file_number = r.line_id / 100000000000;
