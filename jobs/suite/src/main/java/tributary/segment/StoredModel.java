package tributary.segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tributary.config.Features;
import tributary.segment.PreparationStep.Step;

/** Reads a model back from the registry: segments.trained_model and segments.preparation. */
final class StoredModel {
  private static final double[] UNBOUNDED = {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};

  private final Map<String, Double> missing = new HashMap<>();
  private final Map<String, double[]> bounds = new HashMap<>();

  private StoredModel(List<Map<String, Object>> preparation) {
    for (Map<String, Object> step : preparation) {
      String feature = (String) step.get("feature");
      String parameter = (String) step.get("parameter_value");
      boolean isNumber = !Features.CATEGORIES.contains(feature);
      if (isNumber && "impute".equals(step.get("step_name"))) {
        missing.put(feature, Double.valueOf(parameter));
      } else if ("winsorise".equals(step.get("step_name"))) {
        String[] ends = parameter.split("\\.\\.(?=[-0-9])");
        bounds.put(
            feature, new double[] {Double.parseDouble(ends[0]), Double.parseDouble(ends[1])});
      }
    }
  }

  /**
   * The segments of one model.
   *
   * @param rows of segments.trained_model, in any order
   * @param preparation rows of segments.preparation of the same model, in any order
   * @param customers of each segment, by id
   */
  static KnownSegments read(
      List<Map<String, Object>> rows,
      List<Map<String, Object>> preparation,
      Map<String, Long> customers) {
    StoredModel stored = new StoredModel(preparation);
    Map<Object, List<Map<String, Object>>> clusters =
        rows.stream()
            .sorted(Comparator.comparing(row -> (Integer) row.get("feature_number")))
            .collect(
                Collectors.groupingBy(
                    row -> row.get("cluster_number"), TreeMap::new, Collectors.toList()));
    List<Map<String, Object>> first = clusters.values().iterator().next();
    FeatureSpace space = new FeatureSpace(first.stream().map(stored::feature).toList());
    Scaling scaling =
        new Scaling(numbers(first, "scaler_mean"), numbers(first, "scaler_deviation"));
    List<String> ids = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<double[]> centroids = new ArrayList<>();
    for (List<Map<String, Object>> cluster : clusters.values()) {
      ids.add((String) cluster.get(0).get("segment_id"));
      names.add((String) cluster.get(0).get("segment_name"));
      centroids.add(numbers(cluster, "centroid_scaled"));
    }
    return new KnownSegments(
        new SegmentModel(space, scaling, new Clusters(centroids)),
        ids,
        names,
        ids.stream().mapToLong(id -> customers.getOrDefault(id, 0L)).toArray(),
        origin(first.get(0), preparation));
  }

  private static KnownSegments.Origin origin(
      Map<String, Object> row, List<Map<String, Object>> preparation) {
    Long seed = (Long) row.get("seed");
    return new KnownSegments.Origin(
        (String) row.get("model_id"),
        new Candidate(
            (String) row.get("algorithm"), (Integer) row.get("k"), seed == null ? 0 : seed),
        preparation.stream()
            .sorted(Comparator.comparing(step -> (Integer) step.get("step_number")))
            .map(StoredModel::step)
            .toList(),
        String.valueOf(row.get("fit_hash")));
  }

  private static PreparationStep step(Map<String, Object> row) {
    return new PreparationStep(
        (String) row.get("feature"),
        Step.valueOf(((String) row.get("step_name")).toUpperCase(Locale.ROOT)),
        (String) row.get("parameter_value"),
        (Long) row.get("rows_affected"),
        (String) row.get("reason"));
  }

  private PreparedFeature feature(Map<String, Object> row) {
    String name = (String) row.get("feature");
    int equals = name.indexOf('=');
    if (equals > 0) {
      return PreparedFeature.category(name.substring(0, equals), name.substring(equals + 1));
    }
    String transform = ((String) row.get("transformation")).toUpperCase(Locale.ROOT);
    double[] within = bounds.getOrDefault(name, UNBOUNDED);
    return new PreparedFeature(
        name,
        "",
        FeatureTransform.valueOf(transform),
        missing.getOrDefault(name, 0.0),
        within[0],
        within[1]);
  }

  private static double[] numbers(List<Map<String, Object>> rows, String column) {
    return rows.stream().mapToDouble(row -> (Double) row.get(column)).toArray();
  }
}
