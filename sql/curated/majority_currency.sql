-- The lake's currency, before it has one: that of most lines of the first file.
-- Later files do not count, so that the order in which files are curated, one
-- by one or together, does not matter.
SELECT COALESCE(MAX(currency), 'XXX') AS lake_currency
FROM (
  SELECT line_id / 100000000000 AS file_number, currency
  FROM fresh_lines
  WHERE problem IS NULL
  GROUP BY line_id / 100000000000, currency
  ORDER BY
    file_number,
    CASE WHEN currency IS NULL THEN 1 ELSE 0 END,
    COUNT(*) DESC,
    currency
  LIMIT 1
);
