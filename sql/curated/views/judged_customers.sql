-- Says of each value why it is impossible, where it is: it is left out then,
-- and the customer stays.
--
-- Ages are judged as of the day of enrolment, not as of today: the same file
-- gives the same customers in any year. No one has been proven older than 122,
-- and hardly any customer is older than 110.
--
-- An income of one digit repeated, from 99999 and 111111 up, is what forms are
-- filled with; real incomes far above others exist, so size alone refuses none.
SELECT
  *,
  CASE
    WHEN birth_year IS NULL THEN CAST(NULL AS STRING)
    WHEN birth_number IS NULL OR birth_number <> FLOOR(birth_number)
      THEN 'birth_year is not a whole number'
    WHEN birth_number NOT BETWEEN 1900 AND 2099
      THEN 'birth_year is outside 1900 to 2099'
    WHEN YEAR(enrolled_date) NOT BETWEEN 1970 AND 2099
      THEN CAST(NULL AS STRING)
    WHEN birth_number > YEAR(enrolled_date)
      THEN 'birth_year is after enrolled_on'
    WHEN YEAR(enrolled_date) - birth_number > 110
      THEN 'birth_year makes the customer older than 110 on enrolled_on'
  END AS birth_year_reason,
  CASE
    WHEN age IS NULL THEN CAST(NULL AS STRING)
    WHEN age_number IS NULL OR age_number <> FLOOR(age_number)
      THEN 'age is not a whole number'
    WHEN age_number NOT BETWEEN 0 AND 110 THEN 'age is outside 0 to 110'
  END AS age_reason,
  CASE
    WHEN gender IS NOT NULL AND gender_meaning IS NULL
      THEN 'gender is not a known word'
  END AS gender_reason,
  CASE
    WHEN education IS NOT NULL AND education_meaning IS NULL
      THEN 'education is not a known word'
  END AS education_reason,
  CASE
    WHEN has_partner IS NOT NULL AND partner_meaning IS NULL
      THEN 'has_partner is not a known marital status'
  END AS has_partner_reason,
  CASE
    WHEN income IS NULL THEN CAST(NULL AS STRING)
    WHEN income_number IS NULL THEN 'income is not a number'
    WHEN income_number <= 0 THEN 'income is not above 0'
    WHEN REGEXP(income, '^(99999|([1-9])\2{5,})([.][0-9]*)?$')
      THEN 'income is one digit repeated, as forms are filled with'
  END AS income_reason,
  CASE
    WHEN children_at_home IS NULL THEN CAST(NULL AS STRING)
    WHEN children_number IS NULL OR children_number <> FLOOR(children_number)
      OR children_number NOT BETWEEN 0 AND 20
      THEN 'children_at_home is not a whole number from 0 to 20'
  END AS children_at_home_reason,
  CASE
    WHEN teenagers_at_home IS NULL THEN CAST(NULL AS STRING)
    WHEN teenagers_number IS NULL
      OR teenagers_number <> FLOOR(teenagers_number)
      OR teenagers_number NOT BETWEEN 0 AND 20
      THEN 'teenagers_at_home is not a whole number from 0 to 20'
  END AS teenagers_at_home_reason,
  CASE
    WHEN enrolled_on IS NULL THEN CAST(NULL AS STRING)
    WHEN enrolled_date IS NULL THEN 'enrolled_on is not a real date'
    WHEN YEAR(enrolled_date) NOT BETWEEN 1970 AND 2099
      THEN 'enrolled_on is outside the years 1970 to 2099'
  END AS enrolled_on_reason,
  CASE
    WHEN attributes IS NOT NULL AND attributes IS NOT JSON OBJECT
      THEN 'attributes are not a JSON object'
  END AS attributes_reason
FROM typed_customers;
