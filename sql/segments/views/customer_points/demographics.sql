-- What customers are compared by, where that is also who they are: the numbers
-- and categories in the order of tributary.config.Features. Ages are those at
-- the window's end; the rest is what the latest customers file says, also of
-- windows that ended before it came. Where nothing is asked of what they did,
-- everybody whom a customers file describes is a member, with or without
-- purchases.
WITH numbers_of_files AS (
  SELECT
    customer_id,
    JSON_OBJECTAGG(
      KEY attribute VALUE CAST(number_value AS DOUBLE) ABSENT ON NULL
    ) AS attributes
  FROM curated.customer_attribute
  WHERE number_value IS NOT NULL
  GROUP BY customer_id
)

SELECT /*+ NEST_LOOP(w) */
  w.window_start,
  w.window_end,
  c.customer_id,
  m.gross_spend,
  m.net_spend,
  m.orders,
  m.recency_days,
  m.return_rate,
  ARRAY[
    CAST(m.gross_spend AS DOUBLE),
    CAST(m.net_spend AS DOUBLE),
    CAST(m.average_spend AS DOUBLE),
    CAST(m.average_order_value AS DOUBLE),
    CAST(m.total_quantity AS DOUBLE),
    CAST(m.orders AS DOUBLE),
    CAST(m.shopping_days AS DOUBLE),
    CAST(m.spend_per_item AS DOUBLE),
    CAST(m.recency_days AS DOUBLE),
    CAST(m.tenure_days AS DOUBLE),
    m.return_rate,
    CAST(m.distinct_products AS DOUBLE),
    CAST(COALESCE(YEAR(w.window_end) - c.birth_year, c.age_reported)
      AS DOUBLE),
    CAST(c.income AS DOUBLE),
    CAST(c.children_at_home AS DOUBLE),
    CAST(c.teenagers_at_home AS DOUBLE),
    CAST(
      CASE
        WHEN c.enrolled_on < w.window_end
          THEN TIMESTAMPDIFF(DAY, c.enrolled_on, w.window_end)
      END AS DOUBLE)
  ] AS numbers,
  ARRAY[
    c.gender,
    c.education,
    CASE WHEN c.has_partner THEN 'yes' WHEN NOT c.has_partner THEN 'no' END
  ] AS categories,
  a.attributes
FROM curated.customers AS c
INNER JOIN history_windows AS w
  ON c.enrolled_on IS NULL OR c.enrolled_on < w.window_end
    OR ${needs_purchases}
LEFT JOIN window_members AS m
  ON m.customer_id = c.customer_id AND m.window_end = w.window_end
LEFT JOIN numbers_of_files AS a
  ON a.customer_id = c.customer_id
WHERE m.customer_id IS NOT NULL
  OR NOT ${needs_purchases} AND c.has_demographics;
