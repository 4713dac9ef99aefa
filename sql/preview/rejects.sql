-- Lines that would become rows of curated.rejects.
SELECT
  source_file,
  source_line,
  reason,
  problem,
  raw_line
FROM classified_lines
WHERE reason IS NOT NULL
LIMIT ${rows};
