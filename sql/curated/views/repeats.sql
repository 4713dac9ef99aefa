-- Fresh lines that give again what an earlier line gave, which is kept. Lines
-- of a file that are equal in every column are one, unless its profile calls
-- them real: then they have other copy numbers. After that the nth line of some
-- keys in a file is the nth of those keys in every file, whatever its
-- descriptions; of lines that are refused, which may lack keys, that goes for
-- equal ones. What is known is numbered like one more file: in the order of
-- their lines, kept lines of some keys are the first, second and so on. A
-- usable line and one that is refused never repeat each other. ONCE keeps the
-- planner from giving the results of two windows the same name.
WITH
repeated_keys AS (
  SELECT key_hash, is_usable
  FROM fingerprints
  GROUP BY key_hash, is_usable
  HAVING COUNT(*) > 1
),
repeated_lines AS (
  SELECT /*+ BROADCAST(r) */ f.*
  FROM fingerprints AS f
  JOIN repeated_keys AS r
    ON r.key_hash = f.key_hash AND r.is_usable = f.is_usable
),
first_lines AS (
  SELECT
    *,
    LPAD(CAST(line_id AS STRING), 19, '0') AS order_text,
    ONCE(
      MIN(line_id) OVER (
        PARTITION BY file_number, key_hash, is_usable, line_hash, copy_number
      )
    ) AS first_line_id
  FROM repeated_lines
),
numbered_lines AS (
  SELECT
    *,
    ONCE(
      DENSE_RANK() OVER (
        PARTITION BY file_number, key_hash, is_usable
        ORDER BY first_line_id
      )
    ) AS key_number
  FROM first_lines
),
compared_lines AS (
  SELECT
    line_id,
    is_usable,
    product_name,
    customer_id,
    country,
    category,
    subcategory,
    store,
    order_text,
    kind_and_figures,
    CASE WHEN is_declared THEN kind END AS said_kind,
    FIRST_VALUE(line_id) OVER from_first AS kept_line_id,
    FIRST_VALUE(kind) OVER from_first AS first_kind,
    MAX(order_text || product_name) OVER earlier AS name_before,
    MAX(order_text || customer_id) OVER earlier AS customer_before,
    MAX(order_text || country) OVER earlier AS country_before,
    MAX(order_text || category) OVER earlier AS category_before,
    MAX(order_text || subcategory) OVER earlier AS subcategory_before,
    MAX(order_text || store) OVER earlier AS store_before,
    MAX(CASE WHEN is_declared THEN order_text || kind END) OVER earlier
      AS kind_before
  FROM numbered_lines
  WINDOW
    from_first AS (
      PARTITION BY key_hash, is_usable, key_number
      ORDER BY line_id
    ),
    earlier AS (
      PARTITION BY key_hash, is_usable, key_number
      ORDER BY line_id
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    )
)
SELECT
  line_id,
  kept_line_id,
  order_text,
  product_name,
  customer_id,
  country,
  category,
  subcategory,
  store,
  kind_and_figures,
  CASE
    WHEN NOT is_usable THEN 'equals an earlier line'
    WHEN customer_id <> SUBSTRING(customer_before, 20)
      THEN 'updates an earlier line, and whose it is'
    WHEN (customer_id IS NOT NULL AND customer_before IS NULL)
      OR product_name <> COALESCE(SUBSTRING(name_before, 20), '')
      OR country <> COALESCE(SUBSTRING(country_before, 20), '')
      OR category <> COALESCE(SUBSTRING(category_before, 20), '')
      OR subcategory <> COALESCE(SUBSTRING(subcategory_before, 20), '')
      OR store <> COALESCE(SUBSTRING(store_before, 20), '')
      OR said_kind <> COALESCE(SUBSTRING(kind_before, 20), first_kind)
      THEN 'updates an earlier line'
    ELSE 'equals an earlier line'
  END AS reason
FROM compared_lines
WHERE line_id > kept_line_id;
