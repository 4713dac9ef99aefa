-- Everything is curated anew: no line is known beforehand.
CREATE TEMPORARY VIEW known_fingerprints AS
SELECT source, line_hash, copy_number, line_id
FROM landing.transactions
WHERE FALSE;
