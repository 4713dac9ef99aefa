-- Adds the code of each line's currency to named_lines; null when it is none.
SELECT /*+ BROADCAST(s) */
  n.*,
  COALESCE(CURRENCY_CODE(n.currency), s.sign_code) AS currency_code
FROM named_lines AS n
LEFT JOIN currency_signs AS s
  ON UPPER(s.currency_sign) = UPPER(CLEAN_TEXT(n.currency));
