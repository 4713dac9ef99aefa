-- The check's number once per key that stands on more than one row.
SELECT check_id
FROM (${keys})
GROUP BY check_id, key_value
HAVING COUNT(*) > 1;
