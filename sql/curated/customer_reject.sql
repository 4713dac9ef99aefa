-- What customers files say and cannot be.
INSERT INTO curated.customer_reject
SELECT *
FROM customer_refusals;
