-- Products go by their popularity rank: numbers are counted, joined and sorted
-- faster than codes.
SELECT
  product_id,
  CAST(popularity_rank AS INT) AS product_number,
  is_repeatable
FROM recommendations.product_popularity;
