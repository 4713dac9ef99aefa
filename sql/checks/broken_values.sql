-- The check's number, and how often it is broken: for each row with a refused
-- value (concern 3), for each key that is on more than one row (0), and for
-- each value that is needed (1) and does not exist (2) where it should.
SELECT check_id, CASE WHEN MAX(concern) = 3 THEN COUNT(*) ELSE 1 END AS times
FROM audited_values
GROUP BY check_id, high_bits, low_bits
HAVING MAX(concern) IN (1, 3) OR (MAX(concern) = 0 AND COUNT(*) > 1);
