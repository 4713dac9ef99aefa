-- Who is segmented, as the features are computed.
SELECT * FROM window_customers WHERE is_in_population;
