-- The bin of a value that is no number: itself.
SELECT COALESCE(CAST(${column} AS STRING), 'null');
