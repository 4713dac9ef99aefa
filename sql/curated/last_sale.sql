-- The day of the last sale; null when there is none.
SELECT MAX(sale_date) AS last_sale
FROM curated.sales
WHERE kind = 'sale';
