-- Why an attribute is impossible where it is.
SELECT
  a.*,
  CASE
    WHEN l.attribute_pattern IS NULL THEN CAST(NULL AS STRING)
    WHEN a.entry_number IS NULL THEN a.attribute || ' is not a number'
    WHEN a.entry_number < l.lowest OR a.entry_number > l.highest
      THEN a.attribute || ' is outside ' || CAST(l.lowest AS STRING)
        || ' to ' || CAST(l.highest AS STRING)
  END AS reason
FROM named_attributes AS a
LEFT JOIN attribute_limits AS l
  ON a.attribute LIKE l.attribute_pattern ESCAPE '|';
