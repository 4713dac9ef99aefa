-- Lands every line that the profile's view input_lines delivers.
INSERT INTO landing.transactions
SELECT /*+ BROADCAST(f) */
  f.file_number * 100000000000 + i.source_line AS line_id,
  ${ingest_id} AS ingest_id,
  i.source,
  i.source_file,
  i.source_line,
  i.transaction_id,
  i.product_id,
  i.product_name,
  i.customer_id,
  i.quantity,
  i.unit_price,
  i.amount,
  i.currency,
  i.sold_at,
  i.country,
  i.store,
  i.category,
  i.subcategory,
  i.declared_kind,
  i.unmapped_columns,
  i.raw_line,
  i.problem,
  i.line_hash,
  i.copy_number,
  ${ingested_at} AS ingested_at,
  i.key_hash
FROM numbered_lines i
JOIN (VALUES ${file_numbers}) AS f (source_file, file_number)
  ON f.source_file = i.source_file;
