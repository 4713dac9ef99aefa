-- The keys that break a tally, with their figures.
SELECT ${keys}, ${figures}
FROM (${rows})
GROUP BY ${keys}
HAVING ${broken};
