-- The keys of two sides that do not go together, with what differs.
SELECT ${differences}
FROM (
  SELECT 0 AS is_there, ${here}
  UNION ALL
  SELECT 1 AS is_there, ${there}
)
GROUP BY ${keys}
HAVING ${broken};
