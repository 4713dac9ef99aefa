-- In how many orders each customer bought each product.
SELECT
  customer_id,
  product_id,
  COUNT(DISTINCT transaction_id) AS orders,
  CAST(SUM(amount) AS DECIMAL(20, 4)) AS gross_spend
FROM sold_lines
WHERE is_sale AND customer_id IS NOT NULL
GROUP BY customer_id, product_id;
