-- A few of the rows that break a check.
SELECT *
FROM (${invariant})
LIMIT 3;
