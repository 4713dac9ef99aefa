-- What a fresh line of the same keys would repeat: published sales of the
-- months that fresh lines fall into, each as its latest line described it, and
-- published rejects. Those sales are carried over, for their months are written
-- anew.
CREATE TEMPORARY VIEW carried_sales AS
SELECT *
FROM published.curated.sales
WHERE ${in_touched_months};

CREATE TEMPORARY VIEW known_fingerprints AS
SELECT
  key_hash,
  TRUE AS is_usable,
  COALESCE(latest_line_hash, line_hash) AS line_hash,
  line_id
FROM carried_sales
UNION ALL
SELECT
  key_hash,
  FALSE AS is_usable,
  line_hash,
  line_id
FROM published.curated.rejects;
