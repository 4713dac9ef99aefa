-- The lake's currency, before it has one: that of most lines of the first file
-- that has any; of two with as many, that of the first line. Later files do not
-- count, so that the order in which files are curated, one by one or together,
-- does not matter; nor do lines whose currency is not understood.
SELECT COALESCE(MAX(currency_code), 'XXX') AS lake_currency
FROM (
  SELECT line_id / 100000000000 AS file_number, currency_code
  FROM coded_lines
  WHERE problem IS NULL AND (currency IS NULL OR currency_code IS NOT NULL)
  GROUP BY line_id / 100000000000, currency_code
  ORDER BY
    file_number,
    CASE WHEN currency_code IS NULL THEN 1 ELSE 0 END,
    COUNT(*) DESC,
    MIN(line_id)
  LIMIT 1
);
