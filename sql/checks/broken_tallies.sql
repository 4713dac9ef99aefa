-- The check's number once per key that breaks a tally. Each distinct value is a
-- row of its own, with the number of its figure. Lowest figures are the highest
-- of the opposite; exact ones are in ten thousandths.
SELECT check_id, CAST(1 AS BIGINT) AS times
FROM (
  SELECT
    check_id,
    SUM(exact_sum_1) / 1.0E4 AS exact_sum_1,
    SUM(exact_sum_2) / 1.0E4 AS exact_sum_2,
    SUM(exact_sum_3) / 1.0E4 AS exact_sum_3,
    SUM(exact_sum_4) / 1.0E4 AS exact_sum_4,
    SUM(exact_sum_5) / 1.0E4 AS exact_sum_5,
    SUM(sum_1) AS sum_1,
    SUM(sum_2) AS sum_2,
    MAX(extreme_1) AS extreme_1,
    MAX(extreme_2) AS extreme_2,
    MAX(extreme_3) AS extreme_3,
    MAX(extreme_4) AS extreme_4,
    MAX(extreme_5) AS extreme_5,
    MAX(extreme_6) AS extreme_6,
    COUNT(CASE WHEN distinct_number = 1 THEN 1 END) AS distinct_1,
    COUNT(CASE WHEN distinct_number = 2 THEN 1 END) AS distinct_2,
    COUNT(CASE WHEN distinct_number = 3 THEN 1 END) AS distinct_3
  FROM (
    SELECT
      check_id,
      high_bits,
      low_bits,
      distinct_number,
      SUM(exact_sum_1) AS exact_sum_1,
      SUM(exact_sum_2) AS exact_sum_2,
      SUM(exact_sum_3) AS exact_sum_3,
      SUM(exact_sum_4) AS exact_sum_4,
      SUM(exact_sum_5) AS exact_sum_5,
      SUM(sum_1) AS sum_1,
      SUM(sum_2) AS sum_2,
      MAX(extreme_1) AS extreme_1,
      MAX(extreme_2) AS extreme_2,
      MAX(extreme_3) AS extreme_3,
      MAX(extreme_4) AS extreme_4,
      MAX(extreme_5) AS extreme_5,
      MAX(extreme_6) AS extreme_6
    FROM tallied_values
    GROUP BY check_id, high_bits, low_bits, distinct_number, distinct_bits
  )
  GROUP BY check_id, high_bits, low_bits
)
WHERE ${broken};
