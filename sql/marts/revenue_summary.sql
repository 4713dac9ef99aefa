-- Products are compared within everything, and within each category that
-- their lines named.
INSERT INTO marts.revenue_summary
WITH
item_figures AS (
  SELECT 'all' AS summary_level, 'all' AS category, product_id, units_sold,
    gross_revenue
  FROM product_months
  UNION ALL
  SELECT 'category' AS summary_level, category, product_id, units_sold,
    gross_revenue
  FROM product_months
),
items AS (
  SELECT
    summary_level,
    category,
    product_id,
    CAST(SUM(units_sold) AS DECIMAL(18, 3)) AS units_sold,
    CAST(SUM(gross_revenue) AS DECIMAL(20, 4)) AS gross_revenue
  FROM item_figures
  GROUP BY summary_level, category, product_id
),
ranked_items AS (
  SELECT
    *,
    ROW_NUMBER() OVER (
      PARTITION BY summary_level, category
      ORDER BY units_sold DESC, gross_revenue DESC, product_id
    ) AS units_rank,
    ROW_NUMBER() OVER (
      PARTITION BY summary_level, category
      ORDER BY gross_revenue / units_sold DESC, gross_revenue DESC, product_id
    ) AS per_unit_rank
  FROM items
  WHERE units_sold > 0
),
best_items AS (
  SELECT
    i.summary_level,
    i.category,
    MAX(CASE WHEN i.units_rank = 1 THEN i.product_id END) AS sold_id,
    MAX(CASE WHEN i.units_rank = 1 THEN p.product_name END) AS sold_name,
    MAX(CASE WHEN i.units_rank = 1 THEN i.units_sold END) AS sold_units,
    MAX(CASE WHEN i.per_unit_rank = 1 THEN i.product_id END) AS paid_id,
    MAX(CASE WHEN i.per_unit_rank = 1 THEN p.product_name END) AS paid_name,
    MAX(CASE WHEN i.per_unit_rank = 1 THEN i.units_sold END) AS paid_units,
    MAX(CASE WHEN i.per_unit_rank = 1 THEN CAST(
      i.gross_revenue / i.units_sold AS DECIMAL(20, 4)) END) AS paid_per_unit
  FROM ranked_items i
  JOIN product_figures p ON p.product_id = i.product_id
  WHERE i.units_rank = 1 OR i.per_unit_rank = 1
  GROUP BY i.summary_level, i.category
),
named_categories AS (
  SELECT
    dimension_value,
    gross_revenue,
    ROW_NUMBER() OVER (ORDER BY gross_revenue DESC, dimension_value)
      AS revenue_rank
  FROM figures
  WHERE dimension = 'category' AND is_named = 1
)
SELECT
  f.dimension AS summary_level,
  f.dimension_value AS category,
  f.gross_revenue,
  f.net_revenue,
  f.units_sold,
  CAST(f.gross_revenue / NULLIF(f.units_sold, 0) AS DECIMAL(20, 4))
    AS average_revenue_per_unit,
  f.orders,
  f.customers,
  CAST(f.gross_revenue / NULLIF(f.orders, 0) AS DECIMAL(20, 4))
    AS average_order_value,
  CASE f.dimension WHEN 'all' THEN c.dimension_value ELSE f.dimension_value END
    AS top_category,
  CASE f.dimension WHEN 'all' THEN c.gross_revenue ELSE f.gross_revenue END
    AS top_category_revenue,
  b.sold_id AS best_selling_product_id,
  b.sold_name AS best_selling_product_name,
  b.sold_units AS best_selling_units,
  b.paid_id AS most_profitable_product_id,
  b.paid_name AS most_profitable_product_name,
  b.paid_per_unit AS most_profitable_per_unit,
  b.paid_units AS most_profitable_units,
  f.first_sale_date,
  f.last_sale_date,
  ${currency} AS currency
FROM figures f
LEFT JOIN best_items b
  ON b.summary_level = f.dimension AND b.category = f.dimension_value
LEFT JOIN named_categories c ON c.revenue_rank = 1
WHERE f.dimension IN ('all', 'category');
