-- What a dry run judges: the lines that would be landed, as of one file.
SELECT
  source_line AS line_id,
  CAST(NULL AS TIMESTAMP(6)) AS ingested_at,
  input_customers.*
FROM input_customers;
