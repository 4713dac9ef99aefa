-- What later lines of a sale say of it, by the line that is kept: of each
-- description the latest that was given, for one that is absent, or a
-- placeholder, takes nothing away. A line that declares a kind decides kind,
-- signs and figures. The latest is found as the greatest text that begins with
-- the number of its line.
CREATE TEMPORARY VIEW updating_lines AS
SELECT /*+ BROADCAST(d) */
  d.kept_line_id,
  LPAD(CAST(c.line_id AS STRING), 19, '0') AS order_text,
  DECODE(c.line_hash, 'ISO-8859-1') AS hash_text,
  c.product_name,
  CASE WHEN c.placeholder_customer IS NULL THEN c.customer_id END
    AS customer_id,
  c.country,
  c.category,
  c.subcategory,
  c.store,
  CASE
    WHEN c.declared_kind IS NOT NULL THEN c.kind
      || ' ' || CAST(c.signed_quantity AS STRING)
      || ' ' || CAST(c.price AS STRING)
      || ' ' || CAST(c.line_amount AS STRING)
  END AS kind_and_figures
FROM classified_lines c
JOIN curated.duplicates d ON d.line_id = c.line_id
WHERE d.reason = 'updates an earlier line';

CREATE TEMPORARY VIEW description_updates AS
SELECT
  kept_line_id,
  SUBSTRING(MAX(order_text || hash_text), 20) AS hash_text,
  SUBSTRING(MAX(order_text || product_name), 20) AS product_name,
  SUBSTRING(MAX(order_text || customer_id), 20) AS customer_id,
  SUBSTRING(MAX(order_text || country), 20) AS country,
  SUBSTRING(MAX(order_text || category), 20) AS category,
  SUBSTRING(MAX(order_text || subcategory), 20) AS subcategory,
  SUBSTRING(MAX(order_text || store), 20) AS store,
  SUBSTRING(MAX(order_text || kind_and_figures), 20) AS kind_and_figures
FROM updating_lines
GROUP BY kept_line_id;
