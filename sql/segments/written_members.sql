-- Who is segmented, from the features that were written.
DROP TEMPORARY VIEW IF EXISTS window_members;

CREATE TEMPORARY VIEW window_members AS
SELECT *
FROM segments.customer_features
WHERE segmentation = ${segmentation}
  AND window_end IN (${window_ends})
  AND is_in_population;
