-- What files hold, to tell one from the other: the receipts with their products
-- and days, which a correction of figures or descriptions leaves as they are.
CREATE TEMPORARY VIEW held_transactions AS
SELECT DISTINCT
  line_id / 100000000000 AS file_number,
  LINE_HASH(transaction_id, product_id, SUBSTRING(sold_at, 1, 10)) AS line_key
FROM landing.transactions
WHERE line_id / 100000000000 IN (${files})
  AND problem IS NULL
  AND transaction_id IS NOT NULL
  AND product_id IS NOT NULL
  AND sold_at IS NOT NULL;
