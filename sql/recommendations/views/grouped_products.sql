-- The categories of products, by numbers; 0 is none.
SELECT
  n.product_number,
  CASE
    WHEN p.category IS NULL THEN 0
    ELSE CAST(DENSE_RANK() OVER (ORDER BY p.category NULLS LAST) AS INT)
  END AS category_number,
  n.is_repeatable
FROM numbered_products AS n
JOIN curated.products AS p ON p.product_id = n.product_id;
