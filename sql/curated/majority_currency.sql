-- The lake's currency, before it has one: that of most fresh lines.
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
