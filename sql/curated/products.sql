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
    kind = 'sale' AS is_sale,
    kind IN ('fee', 'adjustment') AS is_charge,
    MIN(CAST(sold_at AS TIMESTAMP(3))) AS first_sold_at,
    MAX(CAST(sold_at AS TIMESTAMP(3))) AS last_sold_at
  FROM curated.sales
  GROUP BY
    product_id,
    product_name,
    category,
    subcategory,
    kind = 'sale',
    kind IN ('fee', 'adjustment')
),
ordered AS (
  SELECT
    product_id,
    product_name,
    category,
    subcategory,
    ROW_NUMBER() OVER (
      PARTITION BY product_id
      ORDER BY
        CASE WHEN product_name IS NULL THEN 1 ELSE 0 END,
        CASE WHEN is_sale THEN 0 ELSE 1 END,
        last_sold_at DESC,
        product_name,
        category,
        subcategory
    ) AS preference
  FROM spellings
),
spans AS (
  SELECT
    product_id,
    MIN(CASE WHEN is_charge THEN 1 ELSE 0 END) = 0 AS is_merchandise,
    MIN(first_sold_at) AS first_sold_at,
    MAX(last_sold_at) AS last_sold_at
  FROM spellings
  GROUP BY product_id
)
SELECT
  s.product_id,
  o.product_name,
  o.category,
  o.subcategory,
  s.is_merchandise,
  s.first_sold_at,
  s.last_sold_at
FROM spans s
JOIN ordered o ON o.product_id = s.product_id AND o.preference = 1;
