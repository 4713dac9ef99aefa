-- Fresh lines that cannot be used, with the reason and the refused value.
INSERT INTO curated.rejects
SELECT /*+ BROADCAST(r), BROADCAST(f) */
  c.source_file,
  c.source_line,
  c.reason,
  c.raw_line,
  c.ingested_at,
  VISIBLE_TEXT(CASE
    WHEN c.problem IS NOT NULL THEN c.problem
    WHEN c.reason = 'sold_at is not a real time'
      AND f.time_patterns IS NOT NULL
      THEN '''' || c.sold_at || ''' (tried ' || f.time_patterns || ')'
    WHEN c.reason LIKE 'sold_at %' THEN c.sold_at
    WHEN c.reason LIKE 'quantity %' THEN c.quantity
    WHEN c.reason LIKE 'unit_price %' THEN c.unit_price
    WHEN c.reason LIKE 'amount %'
      THEN COALESCE(c.amount, c.quantity || ' x ' || c.unit_price)
    WHEN c.reason = 'currency is not the lake''s'
      THEN c.currency || ' (the lake''s is ' || c.lake_currency || ')'
    WHEN c.reason LIKE 'currency %' THEN c.currency
    WHEN c.reason LIKE 'declared_kind %' THEN c.declared_kind
  END) AS detail,
  c.source,
  c.line_id,
  c.line_hash,
  c.copy_number
FROM judged_lines AS c
LEFT JOIN repeats AS r ON r.line_id = c.line_id
LEFT JOIN landing.files AS f ON f.file_number = c.line_id / 100000000000
WHERE r.line_id IS NULL AND c.reason IS NOT NULL;
