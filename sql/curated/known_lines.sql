-- What an equal fresh line would repeat: published sales of the months that
-- fresh lines fall into, and published rejects.
CREATE TEMPORARY VIEW known_fingerprints AS
SELECT source, line_hash, copy_number, line_id
FROM published.curated.sales
WHERE ${in_touched_months}
UNION ALL
SELECT source, line_hash, copy_number, line_id
FROM published.curated.rejects;
