-- Everything is curated anew: no sale is carried over.
SELECT *
FROM curated.sales
WHERE FALSE;
