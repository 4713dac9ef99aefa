SELECT segment_name, customers, revenue_share, suggested_action
FROM segments.segment_profile
ORDER BY revenue_share DESC;

SELECT item_rank, product_name, source, reason
FROM recommendations.customer_product
WHERE customer_id = 'C00000001'
ORDER BY item_rank;

SELECT kind, COUNT(*) AS line_items, SUM(amount) AS amount
FROM curated.sales
GROUP BY kind;
