-- Who is a member, where customers are compared only by who they are: those
-- whom a customers file describes.
SELECT
  s.*,
  s.is_wanted AND COALESCE(c.has_demographics, FALSE) AS is_in_population
FROM window_shoppers AS s
LEFT JOIN curated.customers AS c ON c.customer_id = s.customer_id;
