-- Customers go by numbers, as products do.
SELECT
  customer_id,
  orders = 0 AS is_new_customer,
  CAST(ROW_NUMBER() OVER (ORDER BY customer_id) AS INT) AS customer_number
FROM curated.customers;
