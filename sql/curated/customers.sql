-- Customers that any line names, with the country of the latest sale that has
-- one, and what customers files say of them. Times of milliseconds are
-- aggregated by hash, finer ones by sorting.
INSERT INTO curated.customers
WITH
lines AS (
  SELECT
    customer_id,
    country,
    CAST(sold_at AS TIMESTAMP(3)) AS seen_at,
    CASE WHEN kind = 'sale' THEN CAST(sold_at AS TIMESTAMP(3)) END
      AS purchased_at
  FROM curated.sales
  WHERE customer_id IS NOT NULL
),
by_country AS (
  SELECT
    customer_id,
    country,
    MAX(seen_at) AS last_seen_at,
    MIN(purchased_at) AS first_purchase_at,
    MAX(purchased_at) AS last_purchase_at
  FROM lines
  GROUP BY customer_id, country
),
ordered AS (
  SELECT
    customer_id,
    country,
    MIN(first_purchase_at) OVER (PARTITION BY customer_id)
      AS first_purchase_at,
    MAX(last_purchase_at) OVER (PARTITION BY customer_id)
      AS last_purchase_at,
    ROW_NUMBER() OVER (
      PARTITION BY customer_id
      ORDER BY
        CASE WHEN country IS NULL THEN 1 ELSE 0 END,
        last_seen_at DESC,
        country
    ) AS preference
  FROM by_country
),
order_counts AS (
  SELECT customer_id, COUNT(DISTINCT transaction_id) AS orders
  FROM curated.sales
  WHERE customer_id IS NOT NULL AND kind = 'sale'
  GROUP BY customer_id
),
buyers AS (
  SELECT
    c.customer_id,
    c.country,
    c.first_purchase_at,
    c.last_purchase_at,
    COALESCE(o.orders, 0) AS orders
  FROM ordered AS c
  LEFT JOIN order_counts AS o ON o.customer_id = c.customer_id
  WHERE c.preference = 1
)
SELECT
  COALESCE(b.customer_id, d.customer_id) AS customer_id,
  COALESCE(b.country, d.country) AS country,
  b.first_purchase_at,
  b.last_purchase_at,
  COALESCE(b.orders, 0) AS orders,
  d.birth_year,
  d.age_reported,
  d.gender,
  d.education,
  d.has_partner,
  d.income,
  d.children_at_home,
  d.teenagers_at_home,
  d.enrolled_on,
  d.customer_id IS NOT NULL AS has_demographics,
  d.source,
  d.line_id
FROM buyers AS b
FULL JOIN described_customers AS d ON d.customer_id = b.customer_id;
