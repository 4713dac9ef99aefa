-- Types the values of customers.
SELECT /*+ BROADCAST(g, e, p) */
  c.*,
  PARSE_AMOUNT(c.birth_year) AS birth_number,
  PARSE_AMOUNT(c.age) AS age_number,
  PARSE_AMOUNT(c.income) AS income_number,
  PARSE_AMOUNT(c.children_at_home) AS children_number,
  PARSE_AMOUNT(c.teenagers_at_home) AS teenagers_number,
  CAST(PARSE_TIMESTAMP(c.enrolled_on) AS DATE) AS enrolled_date,
  g.meaning AS gender_meaning,
  e.meaning AS education_meaning,
  p.meaning AS partner_meaning
FROM latest_customers AS c
LEFT JOIN customer_words AS g
  ON g.column_name = 'gender' AND g.word = LOWER(c.gender)
LEFT JOIN customer_words AS e
  ON e.column_name = 'education' AND e.word = LOWER(c.education)
LEFT JOIN customer_words AS p
  ON p.column_name = 'has_partner' AND p.word = LOWER(c.has_partner);
