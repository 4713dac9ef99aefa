-- How many of the lines that would be landed have a time with an offset.
SELECT COUNT(*) AS ignored_offsets
FROM fresh_lines
WHERE sold_at <> WALL_TIME(sold_at);
