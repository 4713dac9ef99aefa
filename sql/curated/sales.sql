-- Usable fresh lines, each once, beside the sales carried over; described as
-- the latest lines of each sale do.
INSERT INTO curated.sales
WITH
sold AS (
  SELECT
    transaction_id,
    product_id,
    product_name,
    CASE WHEN placeholder_customer IS NULL THEN customer_id END
      AS customer_id,
    kind,
    signed_quantity AS quantity,
    price AS unit_price,
    line_amount AS amount,
    lake_currency AS currency,
    sold_time AS sold_at,
    country,
    category,
    subcategory,
    source_file,
    source_line,
    source,
    store,
    line_id,
    line_hash,
    copy_number,
    key_hash,
    placeholder_customer
  FROM judged_lines
  WHERE reason IS NULL
  UNION ALL
  SELECT
    transaction_id,
    product_id,
    product_name,
    customer_id,
    kind,
    quantity,
    unit_price,
    amount,
    currency,
    sold_at,
    country,
    category,
    subcategory,
    source_file,
    source_line,
    source,
    store,
    line_id,
    line_hash,
    copy_number,
    key_hash,
    placeholder_customer
  FROM carried_sales
)
SELECT /*+ BROADCAST(r) */
  s.transaction_id,
  s.product_id,
  COALESCE(r.product_name, s.product_name) AS product_name,
  COALESCE(r.customer_id, s.customer_id) AS customer_id,
  COALESCE(SPLIT_INDEX(r.kind_and_figures, ' ', 0), s.kind) AS kind,
  COALESCE(
    CAST(SPLIT_INDEX(r.kind_and_figures, ' ', 1) AS DECIMAL(18, 3)),
    s.quantity
  ) AS quantity,
  COALESCE(
    CAST(SPLIT_INDEX(r.kind_and_figures, ' ', 2) AS DECIMAL(18, 4)),
    s.unit_price
  ) AS unit_price,
  COALESCE(
    CAST(SPLIT_INDEX(r.kind_and_figures, ' ', 3) AS DECIMAL(20, 4)),
    s.amount
  ) AS amount,
  s.currency,
  s.sold_at,
  CAST(s.sold_at AS DATE) AS sale_date,
  COALESCE(r.country, s.country) AS country,
  COALESCE(r.category, s.category) AS category,
  COALESCE(r.subcategory, s.subcategory) AS subcategory,
  s.source_file,
  s.source_line,
  s.source,
  COALESCE(r.store, s.store) AS store,
  s.line_id,
  s.line_hash,
  s.copy_number,
  s.key_hash,
  CASE WHEN r.customer_id IS NULL THEN s.placeholder_customer END
    AS placeholder_customer
FROM sold AS s
LEFT JOIN line_outcomes AS r ON r.line_id = s.line_id
WHERE r.line_id IS NULL OR NOT r.is_repeat;
