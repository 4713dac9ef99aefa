-- The bin of a value that is no number: itself.
SELECT ROW(${check_id}, COALESCE(CAST(${column} AS STRING), 'null'));
