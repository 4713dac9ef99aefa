-- Says of each line which placeholder it has for a customer, if any. The words
-- stand in a column of their own, or Flink would make them anew for each
-- comparison.
SELECT
  *,
  ONCE(
    CASE
      WHEN plain_customer IN (${placeholder_customers})
        OR REGEXP(customer_id, '^0+([.,]0+)?$')
        THEN customer_id
    END
  ) AS placeholder_customer
FROM (
  SELECT *, ONCE(PLAIN_WORDS(customer_id)) AS plain_customer
  FROM fresh_lines
);
