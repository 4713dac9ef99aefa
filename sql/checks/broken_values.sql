-- The check's number, and how often it is broken. Concerns are numbers in the
-- order of RowCheck's: 0 IN_KEY, 1 NEEDED, 2 EXISTING, 3 REFUSED, 4 HERE,
-- 5 THERE, 6 BALANCED, 7 UNWANTED, 8 PRESENT, 9 RANK, 10 RANK_BEFORE,
-- 11 COVERING, 12 COVERED.
SELECT check_id, CASE WHEN MAX(concern) = 3 THEN COUNT(*) ELSE 1 END AS times
FROM audited_values
GROUP BY check_id, high_bits, low_bits
HAVING
  MAX(concern) IN (1, 3)
  OR (MAX(concern) = 0 AND COUNT(*) > 1)
  OR (MAX(concern) IN (4, 5) AND MIN(concern) = MAX(concern))
  OR (MAX(concern) IN (5, 6) AND SUM(amount) <> 0)
  OR (MAX(concern) = 8 AND MIN(concern) = 7)
  OR (MAX(concern) IN (9, 10) AND SUM(amount) <> 1)
  OR (MAX(concern) = 12 AND (MIN(concern) = 12 OR SUM(amount) <> 0));
