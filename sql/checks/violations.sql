-- How often each check is broken; a check that is not is left out.
SELECT check_id, COUNT(*) AS violations
FROM (${broken})
GROUP BY check_id;
