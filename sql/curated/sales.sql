-- Usable fresh lines, each once, beside the sales carried over; described as
-- the latest lines of each sale do.
INSERT INTO curated.sales
WITH
sold AS (
  SELECT /*+ BROADCAST(d) */
    c.transaction_id,
    c.product_id,
    c.product_name,
    CASE WHEN c.placeholder_customer IS NULL THEN c.customer_id END
      AS customer_id,
    c.kind,
    c.signed_quantity AS quantity,
    c.price AS unit_price,
    c.line_amount AS amount,
    c.lake_currency AS currency,
    c.sold_time AS sold_at,
    c.country,
    c.category,
    c.subcategory,
    c.source_file,
    c.source_line,
    c.source,
    c.store,
    c.line_id,
    c.line_hash,
    c.copy_number,
    c.key_hash,
    CAST(NULL AS BINARY(16)) AS latest_line_hash,
    c.placeholder_customer
  FROM classified_lines c
  LEFT JOIN curated.duplicates d ON d.line_id = c.line_id
  WHERE d.line_id IS NULL AND c.reason IS NULL
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
    latest_line_hash,
    placeholder_customer
  FROM carried_sales
)
SELECT /*+ BROADCAST(u) */
  s.transaction_id,
  s.product_id,
  COALESCE(u.product_name, s.product_name) AS product_name,
  COALESCE(u.customer_id, s.customer_id) AS customer_id,
  COALESCE(SPLIT_INDEX(u.kind_and_figures, ' ', 0), s.kind) AS kind,
  COALESCE(
    CAST(SPLIT_INDEX(u.kind_and_figures, ' ', 1) AS DECIMAL(18, 3)),
    s.quantity
  ) AS quantity,
  COALESCE(
    CAST(SPLIT_INDEX(u.kind_and_figures, ' ', 2) AS DECIMAL(18, 4)),
    s.unit_price
  ) AS unit_price,
  COALESCE(
    CAST(SPLIT_INDEX(u.kind_and_figures, ' ', 3) AS DECIMAL(20, 4)),
    s.amount
  ) AS amount,
  s.currency,
  s.sold_at,
  CAST(s.sold_at AS DATE) AS sale_date,
  COALESCE(u.country, s.country) AS country,
  COALESCE(u.category, s.category) AS category,
  COALESCE(u.subcategory, s.subcategory) AS subcategory,
  s.source_file,
  s.source_line,
  s.source,
  COALESCE(u.store, s.store) AS store,
  s.line_id,
  s.line_hash,
  s.copy_number,
  s.key_hash,
  COALESCE(
    CAST(ENCODE(u.hash_text, 'ISO-8859-1') AS BINARY(16)),
    s.latest_line_hash
  ) AS latest_line_hash,
  CASE WHEN u.customer_id IS NULL THEN s.placeholder_customer END
    AS placeholder_customer
FROM sold s
LEFT JOIN description_updates u ON u.kept_line_id = s.line_id;
