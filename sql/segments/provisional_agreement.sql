-- Whether the model would have kept its word: what it thought counts, not what
-- people decided. Rows that were published before it said how sure it was are
-- left out.
INSERT INTO segments.provisional_agreement
WITH settled AS (
  SELECT
    w.window_start,
    w.window_end,
    w.previous_window_end,
    CASE
      WHEN b.confidence < 0.2 THEN '0.0-0.2'
      WHEN b.confidence < 0.4 THEN '0.2-0.4'
      WHEN b.confidence < 0.6 THEN '0.4-0.6'
      WHEN b.confidence < 0.8 THEN '0.6-0.8'
      ELSE '0.8-1.0'
    END AS confidence_band,
    b.model_segment_id = n.model_segment_id AS is_agreed
  FROM consecutive_windows AS w
  INNER JOIN window_history AS b ON w.previous_window_end = b.window_end
  INNER JOIN window_history AS n
    ON w.window_end = n.window_end AND b.customer_id = n.customer_id
  WHERE b.is_provisional AND NOT n.is_provisional AND b.confidence IS NOT NULL
),

totals AS (
  SELECT
    window_start,
    window_end,
    previous_window_end,
    confidence_band,
    COUNT(*) AS customers,
    COUNT(*) FILTER (WHERE is_agreed) AS agreeing_customers
  FROM settled
  GROUP BY window_start, window_end, previous_window_end, confidence_band
)

SELECT
  ${segmentation} AS segmentation,
  window_start,
  window_end,
  previous_window_end,
  confidence_band,
  customers,
  agreeing_customers,
  ROUND(CAST(agreeing_customers AS DOUBLE) / customers, 6) AS agreement_share
FROM totals;
