-- Lines are added up per order before orders and days are counted: counting
-- them in the lines costs a copy of every line each.
SELECT
  customer_id,
  transaction_id,
  sale_date,
  SUM(amount) FILTER (WHERE kind = 'sale') AS gross_spend,
  SUM(amount) AS net_spend,
  SUM(quantity) FILTER (WHERE kind = 'sale') AS units_sold,
  SUM(ABS(quantity)) FILTER (WHERE kind <> 'sale') AS units_returned,
  COUNT(*) FILTER (WHERE kind = 'sale') AS sale_lines,
  COUNT(*) FILTER (
    WHERE kind = 'sale' AND (${anywhere} OR country IN (${countries}))
  ) AS lines_in_countries
FROM window_sales
GROUP BY customer_id, transaction_id, sale_date;
