-- Each computed window with the one before it; the first of all has none.
SELECT window_start, window_end, previous_window_end
FROM (VALUES ${steps})
  AS steps(window_start, window_end, previous_window_end);
