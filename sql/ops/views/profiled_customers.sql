-- The columns of curated.customers that are looked at: numbers as DOUBLE, all
-- others as text.
SELECT
  customer_id,
  country,
  CAST(CAST(first_purchase_at AS TIMESTAMP(0)) AS STRING)
    AS first_purchase_at,
  CAST(CAST(last_purchase_at AS TIMESTAMP(0)) AS STRING)
    AS last_purchase_at,
  CAST(orders AS DOUBLE) AS orders,
  CAST(birth_year AS DOUBLE) AS birth_year,
  CAST(age_reported AS DOUBLE) AS age_reported,
  gender,
  education,
  CAST(has_partner AS STRING) AS has_partner,
  CAST(income AS DOUBLE) AS income,
  CAST(children_at_home AS DOUBLE) AS children_at_home,
  CAST(teenagers_at_home AS DOUBLE) AS teenagers_at_home,
  CAST(enrolled_on AS STRING) AS enrolled_on
FROM curated.customers;
