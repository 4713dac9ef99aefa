-- Usable fresh lines, each once, beside the sales carried over.
INSERT INTO curated.sales
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
  CAST(c.sold_time AS DATE) AS sale_date,
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
  c.placeholder_customer
FROM classified_lines c
LEFT JOIN curated.duplicates d ON d.line_id = c.line_id
WHERE d.line_id IS NULL AND c.reason IS NULL
UNION ALL
SELECT *
FROM carried_sales;
