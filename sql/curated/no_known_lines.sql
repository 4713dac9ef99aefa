-- Everything is curated anew: no line is known beforehand, no sale is carried
-- over, and the lake's currency is that of most lines.
CREATE TEMPORARY VIEW known_fingerprints AS
SELECT source, line_hash, copy_number, line_id
FROM landing.transactions
WHERE FALSE;

CREATE TEMPORARY VIEW carried_sales AS
SELECT *
FROM curated.sales
WHERE FALSE;

CREATE TEMPORARY VIEW lake_currency AS
SELECT COALESCE(MAX(currency), 'XXX') AS lake_currency
FROM (
  SELECT currency
  FROM fresh_lines
  WHERE currency IS NOT NULL
  GROUP BY currency
  ORDER BY COUNT(*) DESC, currency
  LIMIT 1
);
