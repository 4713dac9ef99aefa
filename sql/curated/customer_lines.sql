-- The lines of the customers files that count, of which there may be none.
CREATE TEMPORARY VIEW customer_lines AS
SELECT *
FROM landing.customers
WHERE ${any_file} AND line_id / 100000000000 IN (${files});
