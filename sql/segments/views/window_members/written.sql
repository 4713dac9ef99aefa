-- Who is segmented, from the features that were written.
SELECT *
FROM segments.customer_features
WHERE segmentation = ${segmentation}
  AND window_end IN (${window_ends})
  AND is_in_population;
