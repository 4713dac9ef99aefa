-- By how much the share of lines that could not be used has grown.
WITH
files AS (
  SELECT 1 AS is_fresh, landed, rejects
  FROM ${fresh}
  UNION ALL
  SELECT 0 AS is_fresh, landed, rejects
  FROM ${published}
),
counts AS (
  SELECT
    SUM(landed * is_fresh) AS lines_now,
    SUM(rejects * is_fresh) AS rejects_now,
    SUM(landed * (1 - is_fresh)) AS lines_before,
    SUM(rejects * (1 - is_fresh)) AS rejects_before
  FROM files
)
SELECT
  CAST(rejects_now AS STRING) || ' of ' || CAST(lines_now AS STRING)
    || ' lines, before ' || CAST(rejects_before AS STRING) || ' of '
    || CAST(lines_before AS STRING) AS label,
  rejects_now * 1.0E0 / lines_now - rejects_before * 1.0E0 / lines_before
    AS figure
FROM counts
WHERE lines_now >= 20 AND lines_before > 0;
