-- The currency that the lake has.
CREATE TEMPORARY VIEW lake_currency AS
SELECT ${currency} AS lake_currency;
