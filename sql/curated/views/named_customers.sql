-- Says of each line of customers files which placeholder it has for a customer,
-- if any, as named_lines does of sales.
SELECT
  *,
  ONCE(
    CASE
      WHEN plain_customer IN (${placeholder_customers})
        THEN customer_id
    END
  ) AS placeholder_customer
FROM (
  SELECT *, ONCE(PLAIN_WORDS(customer_id)) AS plain_customer
  FROM delivered_customers
);
