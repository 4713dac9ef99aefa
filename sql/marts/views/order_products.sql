-- Which products each order has.
SELECT DISTINCT transaction_id, product_id
FROM sold_lines
WHERE is_sale;
