-- One current name per code: that of its latest sale, else of its latest
-- line. Times of milliseconds are aggregated by hash, finer ones by sorting.
INSERT INTO curated.products
WITH
spellings AS (
  SELECT
    product_id,
    product_name,
    category,
    subcategory,
    CASE WHEN kind = 'sale' THEN 0 ELSE 1 END AS is_unsold,
    CASE WHEN kind IN ('fee', 'adjustment') THEN 1 ELSE 0 END AS is_charge,
    MIN(CAST(sold_at AS TIMESTAMP(3))) AS first_sold_at,
    MAX(CAST(sold_at AS TIMESTAMP(3))) AS last_sold_at
  FROM curated.sales
  GROUP BY
    product_id,
    product_name,
    category,
    subcategory,
    CASE WHEN kind = 'sale' THEN 0 ELSE 1 END,
    CASE WHEN kind IN ('fee', 'adjustment') THEN 1 ELSE 0 END
),
ordered AS (
  SELECT
    product_id,
    product_name,
    category,
    subcategory,
    MIN(is_charge) OVER (PARTITION BY product_id) AS only_charges,
    MIN(first_sold_at) OVER (PARTITION BY product_id) AS first_sold_at,
    MAX(last_sold_at) OVER (PARTITION BY product_id) AS last_sold_at,
    ROW_NUMBER() OVER (
      PARTITION BY product_id
      ORDER BY
        CASE WHEN product_name IS NULL THEN 1 ELSE 0 END,
        is_unsold,
        last_sold_at DESC,
        product_name,
        category,
        subcategory
    ) AS preference
  FROM spellings
)
SELECT
  product_id,
  product_name,
  category,
  subcategory,
  only_charges = 0 AS is_merchandise,
  first_sold_at,
  last_sold_at
FROM ordered
WHERE preference = 1;
