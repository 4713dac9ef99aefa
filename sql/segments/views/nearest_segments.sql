-- Every member of every window with the segment whose centroid is nearest.
SELECT
  p.window_start,
  p.window_end,
  p.customer_id,
  p.gross_spend,
  p.net_spend,
  p.orders,
  p.recency_days,
  p.return_rate,
  p.numbers,
  p.categories,
  p.attributes,
  n.segment_id,
  n.segment_name,
  n.distance,
  n.margin,
  n.next_segment_id,
  n.next_distance,
  n.confidence,
  n.model_id,
  COALESCE(p.orders <= 2, FALSE) AS is_provisional
FROM
  customer_points AS p,
  LATERAL TABLE(nearest_segment(
    p.window_end, p.numbers, p.categories, p.attributes
  )) AS n(
    segment_id,
    segment_name,
    distance,
    margin,
    next_segment_id,
    next_distance,
    confidence,
    model_id
  );
