-- Rows of curated.customers that customers files would give.
SELECT *
FROM described_customers
LIMIT ${rows};
