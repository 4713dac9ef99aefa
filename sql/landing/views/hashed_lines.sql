-- Adds to input_lines the hash by which equal lines of a source are found, and
-- that of a sale's keys, by which the same sale is found under another name or
-- country: what the profile says identifies it, always with its time and its
-- figures, and whether it was cancelled: a sale and its cancellation are two.
-- The lake has one currency, and curation keeps apart what is in another. A
-- line that could not be split has no columns: its text stands in for them. The
-- offset of a time does not count, as it does not in sales.
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
  ) AS line_hash,
  SALE_HASH(
    source,
    CASE WHEN problem IS NOT NULL THEN raw_line END,
    quantity,
    unit_price,
    amount,
    sold_at,
    CASE WHEN declared_kind = 'cancellation' THEN declared_kind END,
    ${identity}
  ) AS key_hash
FROM input_lines;
