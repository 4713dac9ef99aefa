-- What files hold, to tell one from the other: their customers.
CREATE TEMPORARY VIEW held_customers AS
SELECT DISTINCT
  line_id / 100000000000 AS file_number,
  LINE_HASH(customer_id) AS line_key
FROM landing.customers
WHERE line_id / 100000000000 IN (${files})
  AND problem IS NULL
  AND customer_id IS NOT NULL;
