-- Fresh lines that give again what an earlier line gave, which is kept. Lines
-- of a file that are equal in every column are one, unless its profile calls
-- them real: then they have other copy numbers. After that the nth line of some
-- keys in a file is the nth of those keys in every file, whatever its
-- descriptions. What is known is numbered like one more file: in the order of
-- their lines, kept lines of some keys are the first, second and so on. A
-- usable line and one that is refused never repeat each other. ONCE keeps the
-- planner from giving the results of two windows the same name.
INSERT INTO curated.duplicates
WITH
fingerprints AS (
  SELECT
    line_id / 100000000000 AS file_number,
    key_hash,
    reason IS NULL AS is_usable,
    line_hash,
    CAST(copy_number AS BIGINT) AS copy_number,
    line_id
  FROM classified_lines
  UNION ALL
  SELECT
    CAST(0 AS BIGINT) AS file_number,
    key_hash,
    is_usable,
    line_hash,
    line_id AS copy_number,
    line_id
  FROM known_fingerprints
),
repeated_keys AS (
  SELECT key_hash, is_usable
  FROM fingerprints
  GROUP BY key_hash, is_usable
  HAVING COUNT(*) > 1
),
repeated_lines AS (
  SELECT /*+ BROADCAST(r) */ f.*
  FROM fingerprints f
  JOIN repeated_keys r
    ON r.key_hash = f.key_hash AND r.is_usable = f.is_usable
),
first_lines AS (
  SELECT
    *,
    ONCE(
      MIN(line_id) OVER (
        PARTITION BY file_number, key_hash, is_usable, line_hash, copy_number
      )
    ) AS first_line_id
  FROM repeated_lines
),
numbered_lines AS (
  SELECT
    key_hash,
    is_usable,
    DECODE(line_hash, 'ISO-8859-1') AS hash_text,
    line_id,
    ONCE(
      DENSE_RANK() OVER (
        PARTITION BY file_number, key_hash, is_usable
        ORDER BY first_line_id
      )
    ) AS key_number
  FROM first_lines
),
compared_lines AS (
  SELECT
    line_id,
    is_usable,
    hash_text,
    FIRST_VALUE(line_id) OVER (
      PARTITION BY key_hash, is_usable, key_number
      ORDER BY line_id
    ) AS kept_line_id,
    LAG(hash_text) OVER (
      PARTITION BY key_hash, is_usable, key_number
      ORDER BY line_id
    ) AS hash_before
  FROM numbered_lines
)
SELECT /*+ BROADCAST(f) */
  f.source_file,
  MOD(c.line_id, 100000000000) AS source_line,
  c.kept_line_id,
  f.source,
  c.line_id,
  CASE
    WHEN c.is_usable AND c.hash_text <> c.hash_before
      THEN 'updates an earlier line'
    ELSE 'equals an earlier line'
  END AS reason
FROM compared_lines c
JOIN landing.files f ON f.file_number = c.line_id / 100000000000
WHERE c.line_id > c.kept_line_id;
