-- Everything is curated anew: no line is known beforehand.
SELECT
  key_hash,
  FALSE AS is_usable,
  line_id,
  product_name,
  customer_id,
  country,
  category,
  subcategory,
  store,
  declared_kind AS kind
FROM landing.transactions
WHERE FALSE;
