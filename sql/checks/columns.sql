-- The columns of a table that its checks concern.
SELECT ${columns}
FROM ${audited};
