-- Says what becomes of each line of customers files: one without columns or
-- without a customer, and a placeholder is none, is refused as a whole; of
-- several lines of a customer the latest counts, as a whole, and the others are
-- superseded.
SELECT
  *,
  CASE
    WHEN placeholder_customer IS NOT NULL THEN 'customer_id is a placeholder'
    WHEN customer_id IS NOT NULL THEN CAST(NULL AS STRING)
    WHEN problem IS NOT NULL THEN 'line could not be split into columns'
    ELSE 'customer_id is missing'
  END AS line_reason,
  ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY line_id DESC)
    AS lateness
FROM named_customers;
