-- Customers and products go by numbers, products by their popularity rank:
-- numbers are counted, joined and sorted faster than codes.
CREATE TEMPORARY VIEW numbered_products AS
SELECT
  product_id,
  CAST(popularity_rank AS INT) AS product_number,
  is_repeatable
FROM recommendations.product_popularity;

CREATE TEMPORARY VIEW numbered_customers AS
SELECT
  customer_id,
  orders = 0 AS is_new_customer,
  CAST(ROW_NUMBER() OVER (ORDER BY customer_id) AS INT) AS customer_number
FROM curated.customers;
