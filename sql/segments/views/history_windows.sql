-- The windows that are computed.
SELECT window_start, window_end
FROM (VALUES ${windows}) AS listed(window_start, window_end);
