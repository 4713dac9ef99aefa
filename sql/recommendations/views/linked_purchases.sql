-- Swing takes numbers of 64 bits only.
SELECT
  CAST(SPLIT_INDEX(line, ' ', 0) AS BIGINT) AS customer_number,
  CAST(SPLIT_INDEX(line, ' ', 1) AS BIGINT) AS product_number
FROM thinned_purchases;
