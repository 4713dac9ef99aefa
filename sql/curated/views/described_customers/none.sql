-- In a lake without customers files nobody is described.
SELECT
  CAST(NULL AS STRING) AS customer_id,
  CAST(NULL AS STRING) AS country,
  CAST(NULL AS INT) AS birth_year,
  CAST(NULL AS INT) AS age_reported,
  CAST(NULL AS STRING) AS gender,
  CAST(NULL AS STRING) AS education,
  CAST(NULL AS BOOLEAN) AS has_partner,
  CAST(NULL AS DECIMAL(20, 4)) AS income,
  CAST(NULL AS INT) AS children_at_home,
  CAST(NULL AS INT) AS teenagers_at_home,
  CAST(NULL AS DATE) AS enrolled_on,
  CAST(NULL AS STRING) AS source,
  CAST(NULL AS BIGINT) AS line_id
FROM landing.customers
WHERE FALSE;
