-- Who is a member, where customers are compared by what they did.
DROP TEMPORARY VIEW IF EXISTS window_customers;

CREATE TEMPORARY VIEW window_customers AS
SELECT *, is_wanted AS is_in_population FROM window_shoppers;
