-- Published rows, and how many spans as long as the delivery they lie back, by
-- their day: 0 within the span, later ones below 0, and nothing where they are
-- of a day of the delivery.
SELECT
  *,
  CASE
    WHEN sale_date NOT BETWEEN ${first_day} AND ${last_day}
      THEN CAST(
        FLOOR(
          TIMESTAMPDIFF(DAY, sale_date, ${last_day})
          / CAST(${span_days} AS DOUBLE)
        ) AS INT
      )
  END AS spans_ago
FROM ${earlier};
