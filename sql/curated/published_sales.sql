-- Published sales of the months that fresh lines fall into, written again
-- beside them, so that a month stays few files.
INSERT INTO curated.sales
SELECT *
FROM published.curated.sales
WHERE ${in_touched_months};
