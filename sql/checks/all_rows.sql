-- Published rows, where it does not matter how far they lie back.
SELECT *, CAST(NULL AS INT) AS spans_ago
FROM ${earlier};
