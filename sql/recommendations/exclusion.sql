-- What is not to be offered, whoever has it, and why. Decisions of people are
-- judged as segments.override says: they need a name and a reason, and the
-- latest one counts, also after it has run out.
INSERT INTO recommendations.exclusion
WITH
withdrawn AS (
  SELECT product_id, MAX(last_bought_on) AS last_sold_on
  FROM bought_products
  GROUP BY product_id
),
decided AS (
  SELECT DISTINCT
    TRIM(target_id) AS product_id,
    TRIM(decided_by) AS decided_by,
    TRIM(reason) AS reason,
    valid_until,
    decided_at
  FROM segments.override
  WHERE LOWER(TRIM(target_kind)) = 'product'
    AND LOWER(TRIM(action_kind)) = 'exclude'
    AND TRIM(decided_by) <> ''
    AND TRIM(reason) <> ''
    AND decided_at IS NOT NULL
),
latest_decision AS (
  SELECT *
  FROM (
    SELECT
      *,
      ROW_NUMBER() OVER (
        PARTITION BY product_id
        ORDER BY decided_at DESC, decided_by, reason, valid_until
      ) AS decisions_ago
    FROM decided
  )
  WHERE decisions_ago = 1
)
SELECT
  w.product_id,
  '(everybody)' AS customer_id,
  'withdrawn' AS exclusion_kind,
  'Not sold for ' || CAST(${withdrawn_after_days} AS STRING) || ' days'
    AS reason,
  w.last_sold_on AS since,
  CAST(NULL AS STRING) AS decided_by
FROM withdrawn AS w
WHERE ${withdrawn_after_days} > 0
  AND TIMESTAMPDIFF(
    DAY,
    CAST(w.last_sold_on AS TIMESTAMP(3)),
    CAST(${last_date} AS TIMESTAMP(3))
  ) >= ${withdrawn_after_days}
UNION ALL
SELECT
  r.product_id,
  r.customer_id,
  'returned',
  'Given back by the customer lately',
  r.last_returned_on,
  CAST(NULL AS STRING)
FROM bought_products AS r
WHERE r.customer_id IS NOT NULL
  AND TIMESTAMPDIFF(
    DAY,
    CAST(r.last_returned_on AS TIMESTAMP(3)),
    CAST(${last_date} AS TIMESTAMP(3))
  ) < ${returned_within_days}
UNION ALL
SELECT
  d.product_id,
  '(everybody)',
  'people',
  d.reason,
  CAST(d.decided_at AS DATE),
  d.decided_by
FROM latest_decision AS d
JOIN curated.products AS p ON p.product_id = d.product_id
WHERE d.valid_until IS NULL OR d.valid_until > ${last_date};
