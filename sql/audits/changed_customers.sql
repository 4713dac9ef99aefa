-- Of the lines that repeat those of an earlier file, the share that names
-- another customer.
WITH
counts AS (
  SELECT
    COUNT(*) AS repeated_lines,
    COUNT(
      CASE WHEN reason = 'updates an earlier line, and whose it is' THEN 1 END
    ) AS changed_lines
  FROM ${audited}
  WHERE line_id / 100000000000 > kept_line_id / 100000000000
)
SELECT
  CAST(changed_lines AS STRING) || ' of ' || CAST(repeated_lines AS STRING)
    || ' lines that earlier files had' AS label,
  changed_lines * 1.0E0 / repeated_lines AS figure
FROM counts
WHERE repeated_lines >= 10;
