-- A table's keys as text.
SELECT ${check_id} AS check_id, ${key_text} AS key_text
FROM ${audited};
