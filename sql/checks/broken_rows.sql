-- The check's number once per row that breaks it.
SELECT ${check_id} AS check_id
FROM ${audited}
WHERE ${broken};
