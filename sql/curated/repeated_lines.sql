-- The fresh lines that repeat an earlier line, and which one. The earliest of
-- equal lines stays.
CREATE TEMPORARY VIEW fingerprints AS
SELECT source, line_hash, copy_number, line_id
FROM fresh_lines
UNION ALL
SELECT source, line_hash, copy_number, line_id
FROM known_fingerprints;

CREATE TEMPORARY VIEW repeated_lines AS
WITH
repeated AS (
  SELECT source, line_hash, copy_number, MIN(line_id) AS kept_line_id
  FROM fingerprints
  GROUP BY source, line_hash, copy_number
  HAVING COUNT(*) > 1
)
SELECT /*+ BROADCAST(r) */ f.line_id, r.kept_line_id
FROM fingerprints f
JOIN repeated r
  ON r.source = f.source
  AND r.line_hash = f.line_hash
  AND r.copy_number = f.copy_number
WHERE f.line_id > r.kept_line_id;
