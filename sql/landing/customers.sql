-- Lands every line that the profile's view input_customers delivers.
INSERT INTO landing.customers
SELECT
  FILE_NUMBER(i.source_file) * 100000000000 + i.source_line AS line_id,
  ${ingest_id} AS ingest_id,
  i.source,
  i.source_file,
  i.source_line,
  i.customer_id,
  i.country,
  i.birth_year,
  i.age,
  i.gender,
  i.education,
  i.has_partner,
  i.income,
  i.children_at_home,
  i.teenagers_at_home,
  i.enrolled_on,
  i.attributes,
  i.unmapped_columns,
  i.raw_line,
  i.problem,
  ${ingested_at} AS ingested_at
FROM input_customers AS i;
