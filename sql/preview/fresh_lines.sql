-- What a dry run classifies: the lines that would be landed, as of one file.
CREATE TEMPORARY VIEW fresh_lines AS
SELECT
  source_line AS line_id,
  ${now} AS ingested_at,
  input_lines.*
FROM input_lines;
