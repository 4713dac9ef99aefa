-- What one customer bought, or gave back, of one category in one transaction.
-- Orders and customers are counted in these: there are fewer than lines.
SELECT
  transaction_id,
  customer_id,
  sale_date,
  category,
  store,
  country,
  CAST(SUM(amount) FILTER (WHERE is_sale) AS DECIMAL(20, 4))
    AS gross_revenue,
  CAST(SUM(amount) AS DECIMAL(20, 4)) AS net_revenue,
  CAST(SUM(quantity) FILTER (WHERE is_sale) AS DECIMAL(18, 3))
    AS units_sold,
  CAST(SUM(-quantity) FILTER (WHERE NOT is_sale) AS DECIMAL(18, 3))
    AS units_returned,
  COUNT(*) FILTER (WHERE is_sale) AS sale_lines
FROM sold_lines
GROUP BY
  transaction_id,
  customer_id,
  sale_date,
  category,
  store,
  country;
