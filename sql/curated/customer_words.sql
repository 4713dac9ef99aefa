-- Edit freely: the words of customers files, in lower case, and what they mean
-- here. A word with an empty meaning says that nothing is known; one that is
-- not in this list is refused, with a reason.
CREATE TEMPORARY VIEW customer_words AS
SELECT
  CAST(column_name AS STRING) AS column_name,
  CAST(word AS STRING) AS word,
  CAST(meaning AS STRING) AS meaning
FROM (VALUES
  ('gender', 'female', 'female'),
  ('gender', 'f', 'female'),
  ('gender', 'w', 'female'),
  ('gender', 'woman', 'female'),
  ('gender', 'male', 'male'),
  ('gender', 'm', 'male'),
  ('gender', 'man', 'male'),
  ('gender', 'other', 'other'),
  ('gender', 'diverse', 'other'),
  ('gender', 'non-binary', 'other'),
  ('gender', 'x', 'other'),
  ('gender', 'unknown', ''),
  ('education', 'basic', 'basic'),
  ('education', 'primary', 'basic'),
  ('education', 'secondary', 'secondary'),
  ('education', 'high school', 'secondary'),
  ('education', 'graduation', 'bachelor'),
  ('education', 'graduate', 'bachelor'),
  ('education', 'bachelor', 'bachelor'),
  -- The second cycle of the Bologna process ends with a master's degree.
  ('education', '2n cycle', 'master'),
  ('education', '2nd cycle', 'master'),
  ('education', 'master', 'master'),
  ('education', 'phd', 'doctorate'),
  ('education', 'doctorate', 'doctorate'),
  ('education', 'unknown', ''),
  ('has_partner', 'married', 'yes'),
  ('has_partner', 'together', 'yes'),
  ('has_partner', 'partner', 'yes'),
  ('has_partner', 'true', 'yes'),
  ('has_partner', 'yes', 'yes'),
  ('has_partner', '1', 'yes'),
  ('has_partner', 'single', 'no'),
  ('has_partner', 'alone', 'no'),
  ('has_partner', 'divorced', 'no'),
  ('has_partner', 'separated', 'no'),
  ('has_partner', 'widow', 'no'),
  ('has_partner', 'widowed', 'no'),
  ('has_partner', 'widower', 'no'),
  ('has_partner', 'false', 'no'),
  ('has_partner', 'no', 'no'),
  ('has_partner', '0', 'no'),
  ('has_partner', 'unknown', '')
) AS words(column_name, word, meaning);
