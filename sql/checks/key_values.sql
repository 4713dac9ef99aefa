-- A table's keys, as text or as numbers.
SELECT ${check_id} AS check_id, ${key} AS key_value
FROM ${audited};
