-- What the members of each segment buy, for all windows in one reading of the
-- sales. Only items with at least 20 buyers in the window are kept: fewer say
-- little, and there are thousands of them.
--
-- Lift is the segment's penetration over that of all members of the window.
-- Its 95 % interval comes from the ratio of the segment's penetration to that
-- of the OTHER members, who are independent of it: the log interval of Katz,
-- Baptista, Azen and Pike (Biometrics 34, 1978). With a share s of all members
-- in the segment, lift = ratio / (s * ratio + 1 - s), which grows with the
-- ratio, so that the interval's bounds become those of the lift. Where no other
-- member buys, lift is the largest possible, 1 / s; the lower bound then comes
-- from counts with a half added to each (Walter, Biometrika 62, 1975).
INSERT INTO segments.segment_product
WITH members AS (
  SELECT w.window_start, c.window_end, c.customer_id, c.segment_id
  FROM decided_segments AS c
  INNER JOIN history_windows AS w ON c.window_end = w.window_end
),

-- There are fewer members than lines, which the planner cannot know.
segment_lines AS (
  SELECT /*+ SHUFFLE_HASH(m) */
    m.window_end,
    m.segment_id,
    s.customer_id,
    s.product_id,
    s.category
  FROM window_sales AS s
  INNER JOIN members AS m
    ON s.customer_id = m.customer_id
    AND s.sale_date >= m.window_start
    AND s.sale_date < m.window_end
  WHERE s.kind = 'sale'
),

bought_items AS (
  SELECT
    l.window_end,
    l.segment_id,
    l.customer_id,
    v.item_level,
    CASE v.item_level WHEN 'product' THEN l.product_id ELSE l.category END
      AS item_id
  FROM segment_lines AS l
  CROSS JOIN (VALUES ('product'), ('category')) AS v(item_level)
  WHERE v.item_level = 'product' OR l.category <> 'Uncategorised'
),

segment_buyers AS (
  SELECT
    window_end,
    segment_id,
    item_level,
    item_id,
    COUNT(DISTINCT customer_id) AS buyers
  FROM bought_items
  GROUP BY window_end, segment_id, item_level, item_id
),

with_all_buyers AS (
  SELECT
    *,
    SUM(buyers) OVER (PARTITION BY window_end, item_level, item_id)
      AS all_buyers
  FROM segment_buyers
),

segment_sizes AS (
  SELECT
    window_start,
    window_end,
    segment_id,
    segment_name,
    COUNT(*) AS segment_customers
  FROM decided_segments
  GROUP BY window_start, window_end, segment_id, segment_name
),

sizes AS (
  SELECT
    *,
    SUM(segment_customers) OVER (PARTITION BY window_end) AS all_customers
  FROM segment_sizes
),

counted AS (
  SELECT
    b.*,
    s.window_start,
    s.segment_name,
    s.segment_customers,
    s.all_customers,
    b.all_buyers - b.buyers AS other_buyers,
    s.all_customers - s.segment_customers AS other_customers,
    CAST(s.segment_customers AS DOUBLE) / s.all_customers AS segment_share,
    CASE WHEN b.all_buyers = b.buyers THEN 0.5E0 ELSE 0E0 END AS added
  FROM with_all_buyers AS b
  INNER JOIN sizes AS s
    ON b.window_end = s.window_end AND b.segment_id = s.segment_id
  WHERE b.all_buyers >= 20
),

with_ratio AS (
  SELECT
    *,
    (buyers + added) / (segment_customers + added)
      * (other_customers + added) / (other_buyers + added) AS ratio,
    EXP(1.959964E0 * SQRT(GREATEST(
      1 / (buyers + added) - 1 / (segment_customers + added)
        + 1 / (other_buyers + added) - 1 / (other_customers + added),
      0E0
    ))) AS ratio_factor
  FROM counted
),

with_bounds AS (
  SELECT
    *,
    CAST(buyers AS DOUBLE) / segment_customers AS penetration,
    CAST(all_buyers AS DOUBLE) / all_customers AS all_penetration,
    (ratio / ratio_factor)
      / (segment_share * ratio / ratio_factor + 1 - segment_share)
      AS lift_low,
    CASE
      WHEN other_buyers = 0 THEN 1 / segment_share
      ELSE (ratio * ratio_factor)
        / (segment_share * ratio * ratio_factor + 1 - segment_share)
    END AS lift_high
  FROM with_ratio
)

SELECT
  ${segmentation} AS segmentation,
  b.window_start,
  b.window_end,
  b.segment_id,
  b.segment_name,
  b.item_level,
  b.item_id,
  CASE
    WHEN b.item_level = 'category' THEN b.item_id
    ELSE COALESCE(p.product_name, b.item_id)
  END AS item_name,
  b.buyers,
  b.segment_customers,
  ROUND(b.penetration, 6) AS penetration,
  b.all_buyers,
  b.all_customers,
  ROUND(b.all_penetration, 6) AS all_penetration,
  ROUND(b.penetration / b.all_penetration, 6) AS lift,
  ROUND(b.lift_low, 6) AS lift_low,
  ROUND(b.lift_high, 6) AS lift_high
FROM with_bounds AS b
LEFT JOIN curated.products AS p
  ON b.item_level = 'product' AND b.item_id = p.product_id;
