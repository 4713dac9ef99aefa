-- The public "Mall Customers" file: members of a shopping mall's club, with
-- their income in thousands of dollars and a score that the mall gave them.
CREATE TEMPORARY TABLE mall_customers (
  CustomerID STRING,
  Gender STRING,
  Age STRING,
  `Annual Income (k$)` STRING,
  `Spending Score (1-100)` STRING
) WITH (
  'connector' = 'retail-files',
  'encoding' = 'utf-8,windows-1252',
  'last-line' = 'may-be-open'
);

SELECT
  line,
  CODE_TEXT(CustomerID) AS customer_id,
  Gender AS gender,
  NUMBER_TEXT(Age) AS age,
  -- The exponent makes dollars of thousands.
  NUMBER_TEXT(CLEAN_TEXT(`Annual Income (k$)`) || 'e3') AS income,
  JSON_OBJECT(
    'spending_score' VALUE NUMBER_TEXT(`Spending Score (1-100)`)
    ABSENT ON NULL
  ) AS attributes
FROM mall_customers;
