-- The check's number once per value that does not exist where it should.
SELECT c.check_id
FROM (
  SELECT DISTINCT check_id, needed
  FROM (${children})
) AS c
LEFT JOIN (
  SELECT DISTINCT check_id, existing
  FROM (${parents})
) AS p ON p.check_id = c.check_id AND p.existing = c.needed
WHERE p.existing IS NULL;
