-- What is kept of every model that the run fitted.
INSERT INTO recommendations.trained_model
SELECT
  ${run_id} AS run_id,
  recommender || '-' || ${run_id} AS model_id,
  recommender,
  r.trained.parameters,
  r.trained.seed,
  r.trained.customers,
  r.trained.products,
  r.trained.pairs,
  r.trained.is_published,
  r.trained.fills_up_with,
  r.trained.ndcg_at_10,
  r.trained.recall_at_10,
  CASE WHEN r.trained.is_kept THEN 'recommendations.model_factor' END
    AS factors_table,
  ${input_snapshots} AS input_snapshots
FROM recommended AS r
WHERE r.trained.parameters IS NOT NULL;
