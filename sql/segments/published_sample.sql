-- In which segments the model of published windows saw customers, chosen as the
-- training sample is.
DROP TEMPORARY TABLE IF EXISTS published_sample;

CREATE TEMPORARY TABLE published_sample (line STRING) WITH (
  'connector' = 'filesystem',
  'path' = ${published_path},
  'format' = 'raw',
  'sink.parallelism' = '1'
);

INSERT INTO published_sample
WITH numbered AS (
  SELECT
    window_end,
    customer_id,
    COALESCE(model_segment_id, segment_id) AS segment_id,
    ROW_NUMBER() OVER (
      PARTITION BY window_end ORDER BY MD5(customer_id), customer_id
    ) AS place
  FROM `published`.segments.customer_segment
  WHERE segmentation = ${segmentation} AND window_end IN (${matched_ends})
)

SELECT
  JSON_OBJECT(
    KEY 'window_end' VALUE CAST(window_end AS STRING),
    KEY 'customer_id' VALUE customer_id,
    KEY 'segment_id' VALUE segment_id
  ) AS line
FROM numbered
WHERE place <= ${sample_size}
ORDER BY window_end, customer_id;
