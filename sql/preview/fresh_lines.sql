-- What a dry run classifies: the lines that would be landed, as of one file.
SELECT
  source_line AS line_id,
  ${now} AS ingested_at,
  input_lines.*
FROM input_lines;
