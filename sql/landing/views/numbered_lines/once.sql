-- Equal lines are duplicates: every line is the first copy of itself.
SELECT *, 1 AS copy_number
FROM hashed_lines;
