-- The share of transactions whose sale lines are of several customers or
-- stores, or of several days: more than twelve hours apart, since a shop may be
-- open at midnight. Lines without a customer or store say nothing. Texts are
-- compared by their hashes, which are aggregated without sorting.
WITH
transactions AS (
  SELECT
    transaction_id,
    COUNT(*) AS sale_lines,
    CASE
      WHEN MIN(HASH_CODE(customer_id)) <> MAX(HASH_CODE(customer_id)) THEN 1
      ELSE 0
    END AS several_customers,
    CASE
      WHEN MIN(HASH_CODE(store)) <> MAX(HASH_CODE(store)) THEN 1
      ELSE 0
    END AS several_stores,
    CASE
      WHEN MIN(sale_date) <> MAX(sale_date)
        AND TIMESTAMPDIFF(
          HOUR,
          MIN(CAST(sold_at AS TIMESTAMP(3))),
          MAX(CAST(sold_at AS TIMESTAMP(3)))
        ) >= 12
        THEN 1
      ELSE 0
    END AS several_days
  FROM ${audited}
  WHERE kind = 'sale'
  GROUP BY transaction_id
),
counts AS (
  SELECT
    COUNT(*) AS transactions,
    SUM(sale_lines) AS sale_lines,
    SUM(GREATEST(several_customers, several_stores, several_days)) AS mixed,
    SUM(several_customers) AS of_customers,
    SUM(several_stores) AS of_stores,
    SUM(several_days) AS of_days,
    MIN(
      CASE
        WHEN several_customers + several_stores + several_days > 0
          THEN transaction_id
      END
    ) AS example
  FROM transactions
)
SELECT
  CAST(mixed AS STRING) || ' of ' || CAST(transactions AS STRING)
    || ' transactions: ' || CAST(of_days AS STRING) || ' have several days, '
    || CAST(of_stores AS STRING) || ' several stores, '
    || CAST(of_customers AS STRING) || ' several customers'
    || COALESCE('; such as ' || example, '') AS label,
  mixed * 1.0E0 / transactions AS figure
FROM counts
WHERE sale_lines >= 20;
