package tributary.recommend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tributary.config.UserError;
import tributary.publish.Draft;

/** The models that runs have fitted, and of which of them the numbers are kept. */
final class Registry {
  static final String MODELS = "recommendations.trained_model";
  static final String NUMBERS = "recommendations.model_factor";

  private static final String KEPT_IN = "factors_table";

  private final Draft draft;

  Registry(Draft draft) {
    this.draft = draft;
  }

  /** Whether a model's numbers are kept, or it was published and has none: it is counted anew. */
  private static boolean isUsable(Map<String, Object> row) {
    return row.get(KEPT_IN) != null
        || Boolean.TRUE.equals(row.get("is_published"))
            && text(row, "recommender").startsWith(Contestants.POPULARITY);
  }

  /**
   * Finds a model that can recommend without being fitted again.
   *
   * @param id its id, or a part of it that no other has
   * @throws UserError naming those there are
   */
  KeptModel find(String id) {
    List<Map<String, Object>> kept =
        draft.rowsBefore(MODELS).stream().filter(Registry::isUsable).toList();
    List<Map<String, Object>> found =
        kept.stream().filter(row -> id.equals(row.get("model_id"))).toList();
    if (found.isEmpty()) {
      found = kept.stream().filter(row -> text(row, "model_id").contains(id)).toList();
    }
    if (found.size() != 1) {
      throw new UserError(
          "Cannot use the model %s: %s; %s"
              .formatted(
                  id,
                  found.isEmpty() ? "no model of that id is kept" : "several ids have that part",
                  kept.isEmpty() ? "none is, recommend makes one" : "there are " + ids(kept)));
    }
    Map<String, Object> row = found.get(0);
    return new KeptModel(
        text(row, "model_id"),
        text(row, "run_id"),
        text(row, "recommender"),
        text(row, "parameters"),
        text(row, "fills_up_with"));
  }

  private static String ids(List<Map<String, Object>> rows) {
    return String.join(", ", rows.stream().map(row -> text(row, "model_id")).sorted().toList());
  }

  private static String text(Map<String, Object> row, String column) {
    return (String) row.get(column);
  }

  /**
   * Lets go of the numbers of old models; what else is known of them stays.
   *
   * @param count how many of the latest are kept
   * @param used the run of one that is kept too
   */
  void forget(int count, String used) {
    List<Map<String, Object>> models = draft.rows(MODELS);
    TreeSet<String> runs = new TreeSet<>();
    models.stream()
        .filter(row -> row.get(KEPT_IN) != null)
        .forEach(row -> runs.add(text(row, "run_id")));
    Set<String> old = new HashSet<>();
    while (runs.size() > count) {
      old.add(runs.pollFirst());
    }
    old.remove(used);
    if (old.isEmpty()) {
      return;
    }
    draft.clearPartitions(NUMBERS, "run_id", old);
    draft.clearPartitions(MODELS, "run_id", old);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Map<String, Object> model : models) {
      if (old.contains(text(model, "run_id"))) {
        Map<String, Object> row = new HashMap<>(model);
        row.put(KEPT_IN, null);
        rows.add(row);
      }
    }
    draft.append(MODELS, rows);
  }
}
