-- Adds to input_lines the hash by which equal lines of a source are found. A
-- line that could not be split has no columns: its text stands in for them. The
-- offset of a time does not count, as it does not in sales.
CREATE TEMPORARY VIEW hashed_lines AS
SELECT
  *,
  LINE_HASH(
    source,
    CASE WHEN problem IS NULL THEN transaction_id ELSE raw_line END,
    product_id,
    product_name,
    customer_id,
    quantity,
    unit_price,
    amount,
    currency,
    WALL_TIME(sold_at),
    country,
    store,
    category,
    subcategory,
    declared_kind
  ) AS line_hash
FROM input_lines;
