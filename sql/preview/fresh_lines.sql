-- What a dry run classifies: the lines that would be landed.
CREATE TEMPORARY VIEW fresh_lines AS
SELECT *
FROM input_lines;
