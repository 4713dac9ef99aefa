-- Products are compared within everything, and within each category that
-- their lines named.
INSERT INTO marts.revenue_summary
WITH
items AS (
  SELECT
    CASE i.item_level WHEN 'product' THEN 'all' ELSE 'category' END
      AS summary_level,
    CASE i.item_level WHEN 'product' THEN 'all' ELSE i.category END
      AS category,
    i.product_id,
    -- FIRST_VALUE passes over null: a product without a name has an empty one.
    COALESCE(p.product_name, '') AS product_name,
    i.units_sold,
    i.gross_revenue,
    i.gross_revenue / i.units_sold AS per_unit
  FROM item_figures AS i
  JOIN curated.products AS p ON p.product_id = i.product_id
  WHERE i.item_level IN ('product', 'product of a category')
    AND i.units_sold > 0
),
with_best_paid AS (
  SELECT
    *,
    FIRST_VALUE(product_id) OVER best_paid AS paid_id,
    FIRST_VALUE(product_name) OVER best_paid AS paid_name,
    FIRST_VALUE(units_sold) OVER best_paid AS paid_units,
    FIRST_VALUE(per_unit) OVER best_paid AS paid_per_unit
  FROM items
  WINDOW best_paid AS (
    PARTITION BY summary_level, category
    ORDER BY per_unit DESC, gross_revenue DESC, product_id
  )
),
best_items AS (
  SELECT
    *,
    ROW_NUMBER() OVER (
      PARTITION BY summary_level, category
      ORDER BY units_sold DESC, gross_revenue DESC, product_id
    ) AS units_rank
  FROM with_best_paid
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
  b.product_id AS best_selling_product_id,
  NULLIF(b.product_name, '') AS best_selling_product_name,
  b.units_sold AS best_selling_units,
  b.paid_id AS most_profitable_product_id,
  NULLIF(b.paid_name, '') AS most_profitable_product_name,
  CAST(b.paid_per_unit AS DECIMAL(20, 4)) AS most_profitable_per_unit,
  b.paid_units AS most_profitable_units,
  f.first_sale_date,
  f.last_sale_date,
  ${currency} AS currency
FROM figures AS f
LEFT JOIN best_items AS b
  ON b.units_rank = 1
    AND b.summary_level = f.dimension
    AND b.category = f.dimension_value
LEFT JOIN figures AS c
  ON c.dimension = 'category' AND c.is_named = 1 AND c.named_rank = 1
WHERE f.dimension IN ('all', 'category');
