-- One row per window and customer with a sale in it, for all windows in one
-- reading of the sales. Nothing sold at or after a window's end counts for it.
-- Lines are added up per order before orders and days are counted: counting
-- them in the lines costs a copy of every line each.
DROP TEMPORARY VIEW IF EXISTS history_windows;

CREATE TEMPORARY VIEW history_windows AS
SELECT window_start, window_end
FROM (VALUES ${windows}) AS listed(window_start, window_end);

DROP TEMPORARY VIEW IF EXISTS window_sales;

CREATE TEMPORARY VIEW window_sales AS
SELECT
  customer_id,
  transaction_id,
  product_id,
  COALESCE(category, 'Uncategorised') AS category,
  country,
  kind,
  quantity,
  amount,
  sale_date
FROM curated.sales
WHERE customer_id IS NOT NULL
  AND kind IN ('sale', 'return', 'cancellation')
  AND sale_date < ${last_end}
  AND sold_at < CAST(${last_end} AS TIMESTAMP(6));

DROP TEMPORARY VIEW IF EXISTS customer_orders;

CREATE TEMPORARY VIEW customer_orders AS
SELECT
  customer_id,
  transaction_id,
  sale_date,
  SUM(amount) FILTER (WHERE kind = 'sale') AS gross_spend,
  SUM(amount) AS net_spend,
  SUM(quantity) FILTER (WHERE kind = 'sale') AS units_sold,
  SUM(ABS(quantity)) FILTER (WHERE kind <> 'sale') AS units_returned,
  COUNT(*) FILTER (WHERE kind = 'sale') AS sale_lines,
  COUNT(*) FILTER (
    WHERE kind = 'sale' AND (${anywhere} OR country IN (${countries}))
  ) AS lines_in_countries
FROM window_sales
GROUP BY customer_id, transaction_id, sale_date;

DROP TEMPORARY VIEW IF EXISTS window_totals;

CREATE TEMPORARY VIEW window_totals AS
SELECT /*+ NEST_LOOP(w) */
  w.window_start,
  w.window_end,
  o.customer_id,
  CAST(SUM(o.gross_spend) AS DECIMAL(20, 4)) AS gross_spend,
  CAST(SUM(o.net_spend) AS DECIMAL(20, 4)) AS net_spend,
  CAST(SUM(o.units_sold) AS DECIMAL(20, 3)) AS units_sold,
  CAST(SUM(o.units_returned) AS DECIMAL(20, 3)) AS units_returned,
  SUM(o.sale_lines) AS sale_lines,
  SUM(o.lines_in_countries) AS lines_in_countries,
  COUNT(DISTINCT o.transaction_id) FILTER (WHERE o.sale_lines > 0) AS orders,
  COUNT(DISTINCT o.sale_date) FILTER (WHERE o.sale_lines > 0)
    AS shopping_days,
  MAX(o.sale_date) FILTER (WHERE o.sale_lines > 0) AS last_sale_date
FROM customer_orders o
INNER JOIN history_windows w
  ON o.sale_date >= w.window_start AND o.sale_date < w.window_end
GROUP BY w.window_start, w.window_end, o.customer_id;

DROP TEMPORARY VIEW IF EXISTS window_products;

CREATE TEMPORARY VIEW window_products AS
SELECT /*+ NEST_LOOP(w) */
  w.window_start,
  w.window_end,
  s.customer_id,
  s.product_id,
  s.category,
  SUM(s.amount) FILTER (WHERE s.kind = 'sale') AS gross_spend
FROM window_sales s
INNER JOIN history_windows w
  ON s.sale_date >= w.window_start AND s.sale_date < w.window_end
GROUP BY w.window_start, w.window_end, s.customer_id, s.product_id, s.category;

-- The first sale of all history is before the end of every window that has
-- any sale of the customer.
DROP TEMPORARY VIEW IF EXISTS window_behaviour;

CREATE TEMPORARY VIEW window_behaviour AS
WITH first_sales AS (
  SELECT
    customer_id,
    MIN(sale_date) FILTER (WHERE sale_lines > 0) AS first_sale_date
  FROM customer_orders
  GROUP BY customer_id
),

product_counts AS (
  SELECT
    window_end,
    customer_id,
    COUNT(DISTINCT product_id) AS distinct_products
  FROM window_products
  WHERE gross_spend IS NOT NULL
  GROUP BY window_end, customer_id
)

SELECT
  totals.window_start,
  totals.window_end,
  totals.customer_id,
  totals.gross_spend,
  totals.net_spend,
  CAST(totals.gross_spend / totals.sale_lines AS DECIMAL(20, 4))
    AS average_spend,
  CAST(totals.gross_spend / totals.orders AS DECIMAL(20, 4))
    AS average_order_value,
  totals.units_sold AS total_quantity,
  totals.orders,
  totals.shopping_days,
  COALESCE(
    CAST(totals.gross_spend / NULLIF(totals.units_sold, 0)
      AS DECIMAL(20, 4)),
    0
  ) AS spend_per_item,
  TIMESTAMPDIFF(DAY, totals.last_sale_date, totals.window_end)
    AS recency_days,
  TIMESTAMPDIFF(DAY, first_sales.first_sale_date, totals.window_end)
    AS tenure_days,
  CAST(COALESCE(
    CAST(totals.units_returned / NULLIF(totals.units_sold, 0)
      AS DECIMAL(20, 6)),
    0
  ) AS DOUBLE) AS return_rate,
  product_counts.distinct_products,
  totals.lines_in_countries,
  CAST(totals.units_sold / totals.orders AS DOUBLE) AS units_per_order
FROM window_totals AS totals
INNER JOIN product_counts
  ON totals.customer_id = product_counts.customer_id
  AND totals.window_end = product_counts.window_end
INNER JOIN first_sales
  ON totals.customer_id = first_sales.customer_id;

-- Bulk buyers order many times the units per order of the window's typical
-- customer, which is the geometric mean. Units are rounded: none may be left.
DROP TEMPORARY VIEW IF EXISTS window_shoppers;

CREATE TEMPORARY VIEW window_shoppers AS
WITH with_typical_order AS (
  SELECT
    *,
    EXP(CAST(
      SUM(CAST(LN(GREATEST(units_per_order, 0.001E0)) AS DECIMAL(20, 9)))
        OVER (PARTITION BY window_end)
      / COUNT(*) OVER (PARTITION BY window_end)
    AS DOUBLE)) AS typical_units_per_order
  FROM window_behaviour
),

with_bulk_buyers AS (
  SELECT
    *,
    units_per_order >= ${bulk_factor} * typical_units_per_order
      AS is_bulk_buyer
  FROM with_typical_order
)

SELECT
  *,
  orders >= ${minimum_orders}
    AND lines_in_countries > 0
    AND (${includes_bulk_buyers} OR NOT is_bulk_buyer) AS is_wanted
FROM with_bulk_buyers;
