-- What was sold and what came back of it, which all marts are made of: fees
-- and adjustments are no products.
SELECT
  transaction_id,
  product_id,
  customer_id,
  sale_date,
  COALESCE(category, 'Uncategorised') AS category,
  COALESCE(subcategory, 'Uncategorised') AS subcategory,
  store,
  country,
  kind = 'sale' AS is_sale,
  quantity,
  amount
FROM curated.sales
WHERE kind IN ('sale', 'return', 'cancellation');
