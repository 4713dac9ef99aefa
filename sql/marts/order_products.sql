-- Which products each order has.
CREATE TEMPORARY VIEW order_products AS
SELECT DISTINCT transaction_id, product_id
FROM sold_lines
WHERE is_sale;
