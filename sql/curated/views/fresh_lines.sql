-- The lines to be curated: of some ingests, or of all (ingests is empty); the
-- lines of a file that a corrected delivery replaced do not count. Lines that
-- landed without a hash of their keys get it as the view hashed_lines makes
-- it, by the usual keys.
SELECT
  line_id,
  source,
  source_file,
  source_line,
  transaction_id,
  product_id,
  product_name,
  customer_id,
  quantity,
  unit_price,
  amount,
  currency,
  sold_at,
  country,
  store,
  category,
  subcategory,
  declared_kind,
  raw_line,
  problem,
  line_hash,
  copy_number,
  ingested_at,
  CASE
    WHEN key_hash IS NULL THEN SALE_HASH(
      source,
      CASE WHEN problem IS NOT NULL THEN raw_line END,
      quantity,
      unit_price,
      amount,
      sold_at,
      CASE WHEN declared_kind = 'cancellation' THEN declared_kind END,
      store,
      transaction_id,
      product_id
    )
    ELSE key_hash
  END AS key_hash
FROM landing.transactions
WHERE (${every_ingest} OR ingest_id IN (${ingests}))
  AND line_id / 100000000000 NOT IN (${replaced_files});
