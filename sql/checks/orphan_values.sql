-- The values of a column that do not exist where they should.
SELECT DISTINCT c.${column}
FROM ${audited} AS c
LEFT JOIN ${parent} AS p ON p.${parent_column} = c.${column}
WHERE p.${parent_column} IS NULL AND c.${column} IS NOT NULL;
