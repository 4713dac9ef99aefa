-- Lines refused as a whole, and impossible values of the lines that count: of
-- each of these, its reasons as a JSON object by column, one row per entry.
SELECT
  source_file,
  source_line,
  line_reason AS reason,
  raw_line,
  ingested_at,
  COALESCE(problem, placeholder_customer) AS detail,
  'line' AS column_name,
  CAST(NULL AS STRING) AS customer_id,
  source,
  line_id
FROM customer_lines
WHERE line_reason IS NOT NULL
UNION ALL
SELECT
  c.source_file,
  c.source_line,
  r.entry_text AS reason,
  c.raw_line,
  c.ingested_at,
  CASE r.entry_name
    WHEN 'birth_year' THEN c.birth_year
    WHEN 'age' THEN c.age
    WHEN 'gender' THEN c.gender
    WHEN 'education' THEN c.education
    WHEN 'has_partner' THEN c.has_partner
    WHEN 'income' THEN c.income
    WHEN 'children_at_home' THEN c.children_at_home
    WHEN 'teenagers_at_home' THEN c.teenagers_at_home
    WHEN 'enrolled_on' THEN c.enrolled_on
    WHEN 'attributes' THEN c.attributes
  END AS detail,
  r.entry_name AS column_name,
  c.customer_id,
  c.source,
  c.line_id
FROM judged_customers AS c
CROSS JOIN LATERAL TABLE(JSON_ENTRIES(JSON_OBJECT(
  'birth_year' VALUE c.birth_year_reason,
  'age' VALUE c.age_reason,
  'gender' VALUE c.gender_reason,
  'education' VALUE c.education_reason,
  'has_partner' VALUE c.has_partner_reason,
  'income' VALUE c.income_reason,
  'children_at_home' VALUE c.children_at_home_reason,
  'teenagers_at_home' VALUE c.teenagers_at_home_reason,
  'enrolled_on' VALUE c.enrolled_on_reason,
  'attributes' VALUE c.attributes_reason
  ABSENT ON NULL
))) AS r(entry_name, entry_text)
UNION ALL
SELECT
  source_file,
  source_line,
  reason,
  raw_line,
  ingested_at,
  entry_text AS detail,
  attribute AS column_name,
  customer_id,
  source,
  line_id
FROM judged_attributes
WHERE reason IS NOT NULL;
