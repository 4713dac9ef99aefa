-- The last day of sales to known customers, and the day after it: what is
-- recent, is recent as of then.
CREATE TEMPORARY VIEW last_sale AS
SELECT
  last_date,
  CAST(TIMESTAMPADD(DAY, 1, CAST(last_date AS TIMESTAMP(3))) AS DATE) AS as_of
FROM (
  SELECT CAST(MAX(last_purchase_at) AS DATE) AS last_date
  FROM curated.customers
);
