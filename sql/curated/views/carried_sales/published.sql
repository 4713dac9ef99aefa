-- Published sales of the months that fresh lines fall into: those months are
-- written anew.
SELECT *
FROM published.curated.sales
WHERE ${in_touched_months};
