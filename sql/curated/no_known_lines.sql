-- Everything is curated anew: no line is known beforehand, and no sale is
-- carried over.
CREATE TEMPORARY VIEW known_fingerprints AS
SELECT key_hash, FALSE AS is_usable, line_hash, line_id
FROM landing.transactions
WHERE FALSE;

CREATE TEMPORARY VIEW carried_sales AS
SELECT *
FROM curated.sales
WHERE FALSE;
