-- The figures of .ci/online-retail.expected.csv, in its order.
WITH lines AS (
  SELECT
    customer_id,
    transaction_id,
    CAST(quantity AS DECIMAL(18, 3)) AS quantity,
    CAST(unit_price AS DECIMAL(18, 4)) AS unit_price
  FROM landing.transactions
),

line_figures AS (
  SELECT
    COUNT(*) AS all_lines,
    COUNT(*) FILTER (WHERE customer_id IS NULL) AS anonymous,
    COUNT(*) FILTER (WHERE quantity < 0) AS negative,
    COUNT(*) FILTER (WHERE quantity < 0 AND transaction_id LIKE 'C%')
      AS negative_cancelled,
    COUNT(*) FILTER (WHERE unit_price = 0) AS without_price,
    COUNT(DISTINCT transaction_id) AS invoices,
    COUNT(DISTINCT customer_id) AS customers
  FROM lines
),

sales_figures AS (
  SELECT
    COUNT(*) AS all_sales,
    CAST(SUM(amount) AS DECIMAL(20, 3)) AS all_amount,
    COUNT(*) FILTER (WHERE customer_id IS NOT NULL) AS known,
    COUNT(DISTINCT customer_id) AS known_customers,
    CAST(SUM(amount) FILTER (WHERE customer_id IS NOT NULL)
      AS DECIMAL(20, 3)) AS known_amount,
    COUNT(*) FILTER (
      WHERE customer_id IS NOT NULL AND quantity > 0 AND unit_price > 0
    ) AS bought,
    COUNT(DISTINCT customer_id) FILTER (
      WHERE quantity > 0 AND unit_price > 0
    ) AS buyers,
    CAST(SUM(amount) FILTER (
      WHERE customer_id IS NOT NULL AND quantity > 0 AND unit_price > 0
    ) AS DECIMAL(20, 3)) AS bought_amount,
    COUNT(*) FILTER (WHERE transaction_id LIKE 'C%') AS cancelled,
    MAX(sold_at) AS last_sale
  FROM curated.sales
),

figures AS (
  SELECT 1 AS n, 'landed lines' AS figure, CAST(all_lines AS STRING) AS found
  FROM line_figures
  UNION ALL
  SELECT 2, 'landed without customer', CAST(anonymous AS STRING)
  FROM line_figures
  UNION ALL
  SELECT 3, 'landed with negative quantity', CAST(negative AS STRING)
  FROM line_figures
  UNION ALL
  SELECT 4, 'of them cancelled', CAST(negative_cancelled AS STRING)
  FROM line_figures
  UNION ALL
  SELECT 5, 'landed with price 0', CAST(without_price AS STRING) FROM line_figures
  UNION ALL
  SELECT 6, 'invoices', CAST(invoices AS STRING) FROM line_figures
  UNION ALL
  SELECT 7, 'customers', CAST(customers AS STRING) FROM line_figures
  UNION ALL
  SELECT 8, 'sales', CAST(all_sales AS STRING) FROM sales_figures
  UNION ALL
  SELECT 9, 'amount', CAST(all_amount AS STRING) FROM sales_figures
  UNION ALL
  SELECT 10, 'sales with customer', CAST(known AS STRING) FROM sales_figures
  UNION ALL
  SELECT 11, 'their customers', CAST(known_customers AS STRING)
  FROM sales_figures
  UNION ALL
  SELECT 12, 'their net amount', CAST(known_amount AS STRING)
  FROM sales_figures
  UNION ALL
  SELECT 13, 'bought by customers', CAST(bought AS STRING) FROM sales_figures
  UNION ALL
  SELECT 14, 'buyers', CAST(buyers AS STRING) FROM sales_figures
  UNION ALL
  SELECT 15, 'bought amount', CAST(bought_amount AS STRING) FROM sales_figures
  UNION ALL
  SELECT 16, 'lines of cancelled invoices', CAST(cancelled AS STRING)
  FROM sales_figures
  UNION ALL
  SELECT 17, 'last sale', DATE_FORMAT(last_sale, 'yyyy-MM-dd HH:mm:ss')
  FROM sales_figures
  UNION ALL
  SELECT 18, 'rejects', CAST(COUNT(*) AS STRING) FROM curated.rejects
  UNION ALL
  SELECT 19, 'duplicates', CAST(COUNT(*) AS STRING) FROM curated.duplicates
)

SELECT figure, found FROM figures ORDER BY n
