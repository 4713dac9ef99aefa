-- What known customers bought and gave back. Nothing sold at or after a
-- window's end counts for it, so nothing at or after the last one's is read.
SELECT
  customer_id,
  transaction_id,
  product_id,
  COALESCE(category, 'Uncategorised') AS category,
  country,
  kind,
  quantity,
  amount,
  sale_date
FROM curated.sales
WHERE customer_id IS NOT NULL
  AND kind IN ('sale', 'return', 'cancellation')
  AND sale_date < ${last_end}
  AND sold_at < CAST(${last_end} AS TIMESTAMP(6));
