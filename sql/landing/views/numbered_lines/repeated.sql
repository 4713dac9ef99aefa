-- Equal lines of one file are separate sales: the second copy in this file
-- equals the second copy in an overlapping file, and no other.
SELECT
  *,
  CAST(
    ROW_NUMBER() OVER (
      PARTITION BY source_file, line_hash
      ORDER BY source_line
    ) AS INT
  ) AS copy_number
FROM hashed_lines;
