-- Fresh lines that repeat an earlier line, which is kept.
INSERT INTO curated.duplicates
WITH
fingerprints AS (
  SELECT line_hash, copy_number, line_id
  FROM fresh_lines
  UNION ALL
  SELECT line_hash, copy_number, line_id
  FROM known_fingerprints
),
repeated AS (
  SELECT line_hash, copy_number, MIN(line_id) AS kept_line_id
  FROM fingerprints
  GROUP BY line_hash, copy_number
  HAVING COUNT(*) > 1
),
repetitions AS (
  SELECT /*+ BROADCAST(r) */
    f.line_id,
    f.line_id / 100000000000 AS file_number,
    r.kept_line_id
  FROM fingerprints f
  JOIN repeated r
    ON r.line_hash = f.line_hash AND r.copy_number = f.copy_number
  WHERE f.line_id > r.kept_line_id
)
SELECT /*+ BROADCAST(f) */
  f.source_file,
  MOD(r.line_id, 100000000000) AS source_line,
  r.kept_line_id,
  f.source,
  r.line_id
FROM repetitions r
JOIN landing.files f ON f.file_number = r.file_number;
