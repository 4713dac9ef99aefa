INSERT INTO recommendations.customer_product
WITH
buying AS (
  SELECT COUNT(DISTINCT customer_number) AS customers
  FROM bought
),
personal_rows AS (
  SELECT
    p.customer_number,
    p.preference AS item_rank,
    p.product_number,
    CAST(p.score AS DOUBLE) / 1000000 AS score,
    'co-purchase' AS source,
    'You bought ' || COALESCE(n.product_name, n.product_id) || '; '
      || CAST(t.customers AS STRING) || ' customers bought both' AS reason
  FROM personal p
  JOIN bought_both t
    ON t.product_number = p.product_number
    AND t.because_number = p.because_number
  JOIN recommendations.product_popularity n
    ON n.popularity_rank = p.because_number
),
popular_rows AS (
  SELECT
    p.customer_number,
    p.item_rank,
    p.product_number,
    CAST(r.customers AS DOUBLE) / GREATEST(b.customers, 1) AS score,
    'popularity' AS source,
    'Number ' || CAST(r.popularity_rank AS STRING) || ' of all products: '
      || CAST(r.customers AS STRING) || ' customers bought it' AS reason
  FROM popular p
  JOIN recommendations.product_popularity r
    ON r.popularity_rank = p.product_number
  CROSS JOIN buying b
),
every_row AS (
  SELECT * FROM personal_rows
  UNION ALL
  SELECT * FROM popular_rows
)
SELECT
  c.customer_id,
  CAST(e.item_rank AS INT) AS item_rank,
  r.product_id,
  r.product_name,
  e.score,
  e.source,
  r.customers AS popularity,
  e.reason,
  ${model_id} AS model_id
FROM every_row e
JOIN numbered_customers c ON c.customer_number = e.customer_number
JOIN recommendations.product_popularity r
  ON r.popularity_rank = e.product_number;
