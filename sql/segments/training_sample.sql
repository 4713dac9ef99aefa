-- The customers that each window's model is fitted on: chosen by a hash of
-- their id, so that the choice is the same on every run, and written in the
-- order of their ids to one file, for the fit depends on the order in which it
-- reads them.
INSERT INTO training_sample
WITH numbered AS (
  SELECT
    window_end,
    customer_id,
    numbers,
    categories,
    attributes,
    ROW_NUMBER() OVER (
      PARTITION BY window_end ORDER BY MD5(customer_id), customer_id
    ) AS place
  FROM customer_points
)

SELECT
  JSON_OBJECT(
    KEY 'window_end' VALUE CAST(window_end AS STRING),
    KEY 'customer_id' VALUE customer_id,
    KEY 'numbers' VALUE numbers,
    KEY 'categories' VALUE categories,
    KEY 'attributes' VALUE attributes
    NULL ON NULL
  ) AS line
FROM numbered
WHERE place <= ${sample_size}
ORDER BY window_end, customer_id;
