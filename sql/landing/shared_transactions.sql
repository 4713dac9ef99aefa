-- How many receipts with their products and days, which a correction of figures
-- or descriptions leaves as they are, each corrected delivery shares with each
-- other file; and how many each file has, which it shares with itself.
WITH
held AS (
  SELECT DISTINCT
    line_id / 100000000000 AS file_number,
    LINE_HASH(transaction_id, product_id, SUBSTRING(sold_at, 1, 10)) AS line_key
  FROM landing.transactions
  WHERE line_id / 100000000000 IN (${files})
    AND problem IS NULL
    AND transaction_id IS NOT NULL
    AND product_id IS NOT NULL
    AND sold_at IS NOT NULL
)
SELECT
  a.file_number,
  b.file_number AS other_number,
  COUNT(*) AS shared_keys
FROM held AS a
JOIN held AS b
  ON b.line_key = a.line_key
WHERE a.file_number = b.file_number OR a.file_number IN (${corrected})
GROUP BY a.file_number, b.file_number;
