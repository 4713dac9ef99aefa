-- Quintiles by how many customers are strictly worse: equal customers have
-- equal scores, whatever their order. The groups are the classic ones of
-- recency and frequency. So many equal customers that their score could as well
-- be three higher cannot be told apart from the others: when all bought
-- yesterday, nobody hibernates. One order is few, however many have but one.
INSERT INTO marts.rfm
WITH
ranked AS (
  SELECT
    *,
    RANK() OVER (ORDER BY last_purchase_date) - 1 AS less_recent,
    COUNT(*) OVER (ORDER BY last_purchase_date) AS not_more_recent,
    RANK() OVER (ORDER BY orders) - 1 AS less_frequent,
    COUNT(*) OVER (ORDER BY orders) AS not_more_frequent,
    RANK() OVER (ORDER BY gross_spend) - 1 AS less_spending,
    COUNT(*) OVER (
      ORDER BY gross_spend
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS customers
  FROM buyers
),
scored AS (
  SELECT
    *,
    CAST(5 * less_recent / customers AS INT) + 1 AS recency_score,
    (5 * not_more_recent + customers - 1) / customers AS highest_recency_score,
    CAST(5 * less_frequent / customers AS INT) + 1 AS frequency_score,
    (5 * not_more_frequent + customers - 1) / customers
      AS highest_frequency_score,
    CAST(5 * less_spending / customers AS INT) + 1 AS monetary_score
  FROM ranked
)
SELECT
  customer_id,
  ${as_of} AS as_of,
  recency_days,
  orders AS frequency,
  gross_spend AS monetary,
  recency_score,
  frequency_score,
  monetary_score,
  CAST(recency_score AS STRING) || CAST(frequency_score AS STRING)
    || CAST(monetary_score AS STRING) AS rfm_score,
  CASE
    WHEN highest_recency_score - recency_score >= 3
      OR (highest_frequency_score - frequency_score >= 3 AND orders > 1)
      THEN 'Not Distinguishable'
    WHEN recency_score = 5 AND frequency_score >= 4 THEN 'Champions'
    WHEN recency_score >= 3 AND frequency_score >= 4 THEN 'Loyal Customers'
    WHEN recency_score >= 4 AND frequency_score >= 2
      THEN 'Potential Loyalists'
    WHEN recency_score = 5 THEN 'New Customers'
    WHEN recency_score = 4 THEN 'Promising'
    WHEN recency_score = 3 AND frequency_score = 3 THEN 'Need Attention'
    WHEN recency_score = 3 THEN 'About To Sleep'
    WHEN frequency_score = 5 THEN 'Cannot Lose Them'
    WHEN frequency_score >= 3 THEN 'At Risk'
    ELSE 'Hibernating'
  END AS rfm_group,
  segment_name,
  ${currency} AS currency
FROM scored;
