-- Edit freely: what files write for a currency, in any case, instead of its
-- code of ISO 4217. Signs of several currencies ($, ¥, kr) are not in this
-- list: the lines that have them are rejects.
CREATE TEMPORARY VIEW currency_signs AS
SELECT
  CAST(currency_sign AS STRING) AS currency_sign,
  CAST(sign_code AS STRING) AS sign_code
FROM (VALUES
  ('€', 'EUR'),
  ('euro', 'EUR'),
  ('euros', 'EUR'),
  ('£', 'GBP'),
  ('US$', 'USD'),
  ('CA$', 'CAD'),
  ('A$', 'AUD'),
  ('AU$', 'AUD'),
  ('NZ$', 'NZD'),
  ('HK$', 'HKD'),
  ('NT$', 'TWD'),
  ('S$', 'SGD'),
  ('MX$', 'MXN'),
  ('R$', 'BRL'),
  ('JP¥', 'JPY'),
  ('円', 'JPY'),
  ('CN¥', 'CNY'),
  ('RMB', 'CNY'),
  ('Fr.', 'CHF'),
  ('SFr.', 'CHF'),
  ('zł', 'PLN'),
  ('Kč', 'CZK'),
  ('Ft', 'HUF'),
  ('₹', 'INR'),
  ('₺', 'TRY'),
  ('TL', 'TRY'),
  ('₴', 'UAH'),
  ('₽', 'RUB'),
  ('₩', 'KRW'),
  ('₪', 'ILS'),
  ('₫', 'VND'),
  ('฿', 'THB'),
  ('₱', 'PHP'),
  ('RM', 'MYR'),
  ('৳', 'BDT'),
  ('₦', 'NGN'),
  ('₵', 'GHS'),
  ('GH₵', 'GHS'),
  ('₸', 'KZT'),
  ('₼', 'AZN'),
  ('₾', 'GEL'),
  ('֏', 'AMD'),
  ('₡', 'CRC'),
  ('₲', 'PYG'),
  ('₭', 'LAK'),
  ('₮', 'MNT'),
  ('៛', 'KHR')
) AS signs(currency_sign, sign_code);

-- Adds the code of each line's currency to named_lines; null when it is none.
CREATE TEMPORARY VIEW coded_lines AS
SELECT /*+ BROADCAST(s) */
  n.*,
  COALESCE(CURRENCY_CODE(n.currency), s.sign_code) AS currency_code
FROM named_lines n
LEFT JOIN currency_signs s
  ON UPPER(s.currency_sign) = UPPER(CLEAN_TEXT(n.currency));
