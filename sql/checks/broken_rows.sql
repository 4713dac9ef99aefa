-- The rows that break a rule.
SELECT ${columns}
FROM ${audited}
WHERE ${broken};
