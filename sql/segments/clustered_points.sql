-- The sample's points and their clusters, as the clustering job finds them.
SELECT point_index, cluster FROM clustered_points;
