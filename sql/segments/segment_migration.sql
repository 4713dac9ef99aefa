-- A segment is valuable when its customers bring more net revenue each than all
-- customers of the window. What segments of two windows are worth is compared
-- relative to their windows' means, for a bad season makes no leakage.
INSERT INTO segments.segment_migration
WITH members_before AS (
  SELECT
    w.window_start,
    w.window_end,
    w.previous_window_end,
    h.customer_id,
    h.segment_id,
    h.segment_name,
    h.net_spend
  FROM window_history AS h
  INNER JOIN consecutive_windows AS w
    ON h.window_end = w.previous_window_end
),

members_now AS (
  SELECT
    w.window_start,
    w.window_end,
    w.previous_window_end,
    h.customer_id,
    h.segment_id,
    h.segment_name
  FROM window_history AS h
  INNER JOIN consecutive_windows AS w ON h.window_end = w.window_end
),

moves AS (
  SELECT
    COALESCE(n.window_start, b.window_start) AS window_start,
    COALESCE(n.window_end, b.window_end) AS window_end,
    COALESCE(n.previous_window_end, b.previous_window_end)
      AS previous_window_end,
    COALESCE(b.segment_id, '(none)') AS from_segment_id,
    COALESCE(b.segment_name, '(none)') AS from_segment_name,
    COALESCE(n.segment_id, '(none)') AS to_segment_id,
    COALESCE(n.segment_name, '(none)') AS to_segment_name,
    COALESCE(b.net_spend, 0) AS net_spend
  FROM members_before AS b
  FULL JOIN members_now AS n
    ON b.window_end = n.window_end AND b.customer_id = n.customer_id
),

movements AS (
  SELECT
    window_start,
    window_end,
    previous_window_end,
    from_segment_id,
    from_segment_name,
    to_segment_id,
    to_segment_name,
    COUNT(*) AS customers,
    CAST(SUM(net_spend) AS DECIMAL(20, 4)) AS net_revenue
  FROM moves
  GROUP BY
    window_start,
    window_end,
    previous_window_end,
    from_segment_id,
    from_segment_name,
    to_segment_id,
    to_segment_name
),

segment_totals AS (
  SELECT
    window_end,
    segment_id,
    COUNT(*) AS customers,
    SUM(net_spend) AS net_revenue
  FROM window_history
  GROUP BY window_end, segment_id
),

segment_means AS (
  SELECT
    window_end,
    segment_id,
    CAST(net_revenue AS DOUBLE) / customers AS segment_mean,
    CAST(SUM(net_revenue) OVER everyone AS DOUBLE)
      / SUM(customers) OVER everyone AS everyone_mean
  FROM segment_totals
  WINDOW everyone AS (PARTITION BY window_end)
),

segment_worths AS (
  SELECT
    window_end,
    segment_id,
    segment_mean > everyone_mean AS is_valuable,
    segment_mean / NULLIF(ABS(everyone_mean), 0) AS relative_worth
  FROM segment_means
),

judged AS (
  SELECT
    m.*,
    COALESCE(
      m.from_segment_id <> m.to_segment_id
        AND before.is_valuable
        AND (
          m.to_segment_id = '(none)'
          OR after.relative_worth < before.relative_worth
        ),
      FALSE
    ) AS is_leakage
  FROM movements AS m
  LEFT JOIN segment_worths AS before
    ON m.previous_window_end = before.window_end
    AND m.from_segment_id = before.segment_id
  LEFT JOIN segment_worths AS after
    ON m.window_end = after.window_end
    AND m.to_segment_id = after.segment_id
)

SELECT
  ${segmentation} AS segmentation,
  window_start,
  window_end,
  previous_window_end,
  from_segment_id,
  from_segment_name,
  to_segment_id,
  to_segment_name,
  customers,
  ROUND(
    CAST(customers AS DOUBLE)
    / SUM(customers) OVER (PARTITION BY window_end, from_segment_id),
    6
  ) AS share_of_from,
  is_leakage,
  CASE WHEN is_leakage THEN customers ELSE 0 END AS leaked_customers,
  CASE WHEN is_leakage THEN net_revenue ELSE 0 END AS leaked_revenue
FROM judged;
