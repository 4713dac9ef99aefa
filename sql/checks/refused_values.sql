-- The values of a column that are not accepted.
SELECT DISTINCT ${column}
FROM ${audited}
WHERE ${broken};
