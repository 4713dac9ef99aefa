-- What each customer bought and gave back of each product; all who are not
-- known are one customer, of no id.
SELECT
  product_id,
  customer_id,
  MAX(CASE WHEN kind = 'sale' THEN sale_date END) AS last_bought_on,
  MAX(CASE WHEN kind <> 'sale' THEN sale_date END) AS last_returned_on,
  SUM(CASE WHEN kind = 'sale' THEN quantity END) AS quantity,
  SUM(amount) AS net_revenue
FROM curated.sales
WHERE kind IN ('sale', 'return', 'cancellation')
GROUP BY product_id, customer_id;
