-- The lines to be curated: of some ingests, or of all (ingests is empty); the
-- lines of a file that a corrected delivery replaced do not count.
CREATE TEMPORARY VIEW fresh_lines AS
SELECT *
FROM landing.transactions
WHERE (${every_ingest} OR ingest_id IN (${ingests}))
  AND line_id / 100000000000 NOT IN (${replaced_files});
