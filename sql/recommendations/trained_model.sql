-- What is kept of every model that the run fitted.
INSERT INTO recommendations.trained_model
SELECT
  ${run_id} AS run_id,
  recommender || '-' || ${run_id} AS model_id,
  recommender,
  r.model.parameters,
  r.model.seed,
  r.model.customers,
  r.model.products,
  r.model.pairs,
  r.model.is_published,
  r.model.fills_up_with,
  r.model.ndcg_at_10,
  r.model.recall_at_10,
  CASE WHEN r.model.is_published THEN 'recommendations.model_factor' END
    AS factors_table,
  ${input_snapshots} AS input_snapshots
FROM recommended r
WHERE r.model.parameters IS NOT NULL;
