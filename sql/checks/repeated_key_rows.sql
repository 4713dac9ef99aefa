-- The keys that stand on more than one row.
SELECT ${key}, COUNT(*) AS occurrences
FROM ${audited}
GROUP BY ${key}
HAVING COUNT(*) > 1;
