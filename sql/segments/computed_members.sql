-- Who is segmented, as the features are computed.
DROP TEMPORARY VIEW IF EXISTS window_members;

CREATE TEMPORARY VIEW window_members AS
SELECT * FROM window_customers WHERE is_in_population;
