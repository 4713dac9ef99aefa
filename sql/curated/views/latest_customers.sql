-- The line of each customer that counts.
SELECT *
FROM customer_lines
WHERE line_reason IS NULL AND lateness = 1;
