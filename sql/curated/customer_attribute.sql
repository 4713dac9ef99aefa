-- What customers files say beyond the columns of curated.customers.
INSERT INTO curated.customer_attribute
SELECT
  customer_id,
  attribute,
  entry_number AS number_value,
  CASE WHEN entry_number IS NULL THEN entry_text END AS text_value,
  source,
  line_id
FROM judged_attributes
WHERE reason IS NULL;
