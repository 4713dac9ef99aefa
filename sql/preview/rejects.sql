-- Lines that would become rows of curated.rejects.
SELECT
  source_file,
  source_line,
  reason,
  VISIBLE_TEXT(CASE
    WHEN problem IS NOT NULL THEN problem
    WHEN reason = 'sold_at is not a real time' AND ${time_patterns} <> ''
      THEN '''' || sold_at || ''' (tried ' || ${time_patterns} || ')'
    WHEN reason LIKE 'sold_at %' THEN sold_at
    WHEN reason LIKE 'quantity %' THEN quantity
    WHEN reason LIKE 'unit_price %' THEN unit_price
    WHEN reason LIKE 'amount %'
      THEN COALESCE(amount, quantity || ' x ' || unit_price)
    WHEN reason = 'currency is not the lake''s'
      THEN currency || ' (the lake''s is ' || lake_currency || ')'
    WHEN reason LIKE 'currency %' THEN currency
    WHEN reason LIKE 'declared_kind %' THEN declared_kind
  END) AS detail,
  raw_line
FROM classified_lines
WHERE reason IS NOT NULL
LIMIT ${rows};
