INSERT INTO segments.customer_category_share
WITH category_spend AS (
  SELECT
    window_start,
    window_end,
    customer_id,
    category,
    CAST(SUM(gross_spend) AS DECIMAL(20, 4)) AS gross_spend
  FROM window_products
  WHERE gross_spend IS NOT NULL
  GROUP BY window_start, window_end, customer_id, category
),

with_total AS (
  SELECT
    window_start,
    window_end,
    customer_id,
    category,
    gross_spend,
    CAST(SUM(gross_spend) OVER (PARTITION BY window_end, customer_id)
      AS DECIMAL(20, 4)) AS customer_spend
  FROM category_spend
)

SELECT
  ${segmentation} AS segmentation,
  window_start,
  window_end,
  customer_id,
  category,
  gross_spend,
  CAST(CAST(
    gross_spend / NULLIF(customer_spend, 0) AS DECIMAL(20, 6)
  ) AS DOUBLE) AS spend_share
FROM with_total;
