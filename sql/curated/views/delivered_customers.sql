-- The lines of the customers files that count.
SELECT *
FROM landing.customers
WHERE line_id / 100000000000 IN (${files});
