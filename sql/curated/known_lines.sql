-- What an equal fresh line would repeat: published sales of the months that
-- fresh lines fall into, and published rejects. Those sales are carried over,
-- for their months are written anew.
CREATE TEMPORARY VIEW carried_sales AS
SELECT *
FROM published.curated.sales
WHERE ${in_touched_months};

CREATE TEMPORARY VIEW known_fingerprints AS
SELECT line_hash, copy_number, line_id
FROM carried_sales
UNION ALL
SELECT line_hash, copy_number, line_id
FROM published.curated.rejects;
