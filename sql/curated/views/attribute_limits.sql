-- Edit freely: what the numbers of attributes may be, by patterns on their
-- names of which at most one fits each. Other attributes may be anything.
SELECT
  CAST(attribute_pattern AS STRING) AS attribute_pattern,
  lowest,
  highest
FROM (VALUES
  ('spend|_%', 0, 1000000000),
  ('purchases|_%', 0, 1000000),
  ('web|_visits|_%', 0, 1000000),
  ('days|_since|_%', 0, 73000),
  ('accepted|_%', 0, 1),
  ('has|_%', 0, 1),
  ('spending|_score', 1, 100)
) AS limits(attribute_pattern, lowest, highest);
