-- Rows that are compared, with the columns that comparisons name.
SELECT ${columns}
FROM ${table}
WHERE ${condition};
