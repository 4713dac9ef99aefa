-- Rows of curated.customer_attribute that customers files would give.
SELECT
  customer_id,
  attribute,
  entry_number AS number_value,
  CASE WHEN entry_number IS NULL THEN entry_text END AS text_value
FROM judged_attributes
WHERE reason IS NULL
LIMIT ${rows};
