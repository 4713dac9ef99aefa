-- What is known of each customer, without what is impossible.
SELECT
  customer_id,
  country,
  CASE WHEN birth_year_reason IS NULL THEN CAST(birth_number AS INT) END
    AS birth_year,
  CASE WHEN age_reason IS NULL THEN CAST(age_number AS INT) END
    AS age_reported,
  NULLIF(gender_meaning, '') AS gender,
  NULLIF(education_meaning, '') AS education,
  CASE partner_meaning WHEN 'yes' THEN TRUE WHEN 'no' THEN FALSE END
    AS has_partner,
  CASE WHEN income_reason IS NULL THEN income_number END AS income,
  CASE
    WHEN children_at_home_reason IS NULL THEN CAST(children_number AS INT)
  END AS children_at_home,
  CASE
    WHEN teenagers_at_home_reason IS NULL THEN CAST(teenagers_number AS INT)
  END AS teenagers_at_home,
  CASE WHEN enrolled_on_reason IS NULL THEN enrolled_date END AS enrolled_on,
  source,
  line_id
FROM judged_customers;
