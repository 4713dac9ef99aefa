-- What Swing compares, left for its job, which is a streaming one.
INSERT INTO thinned_purchases
SELECT
  CAST(customer_number AS STRING) || ' ' || CAST(product_number AS STRING)
FROM recommended
WHERE similarity_kind = 'swing';
