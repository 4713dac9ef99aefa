package tributary.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tributary.config.Features;
import tributary.config.UserError;

/** A published model that puts customers into its segments, also such as it never saw. */
public final class ScoringModel {
  private static final String CHAMPION = "champion";

  private final KnownSegments segments;
  private final Map<Object, String> givenNames;
  private final List<String> features;

  private ScoringModel(KnownSegments segments, Map<Object, String> givenNames) {
    this.segments = segments;
    this.givenNames = Map.copyOf(givenNames);
    Set<String> names = new LinkedHashSet<>();
    segments.model().space().features().forEach(each -> names.add(each.feature()));
    this.features = List.copyOf(names);
  }

  /**
   * Where a customer belongs.
   *
   * @param distance to the segment's centroid, in scaled space
   * @param nextSegmentName the second choice; null when there is only one segment
   * @param nextDistance to its centroid; null when there is only one segment
   * @param confidence from 0, as near to the next centroid, to 1
   */
  public record Placement(
      String segmentId,
      String segmentName,
      double distance,
      String nextSegmentName,
      Double nextDistance,
      double confidence) {}

  /**
   * Reads a model of the registry.
   *
   * @param rows gives the published rows of a small table
   * @param segmentation whose champion is meant, unless a model is named
   * @param model a model's id, or a part of it that no other has
   * @throws UserError when there is no such model, or there are several
   */
  public static ScoringModel load(
      Function<String, List<Map<String, Object>>> rows,
      String segmentation,
      Optional<String> model) {
    List<Map<String, Object>> all = rows.apply("segments.trained_model");
    List<Map<String, Object>> wanted =
        model.map(id -> named(all, id)).orElseGet(() -> champion(all, segmentation));
    Object id = wanted.get(0).get("model_id");
    Object windowEnd = wanted.get(0).get("window_end");
    List<Map<String, Object>> steps =
        rows.apply("segments.preparation").stream()
            .filter(row -> id.equals(row.get("model_id")))
            .filter(row -> windowEnd.equals(row.get("window_end")))
            .toList();
    return new ScoringModel(
        StoredModel.read(wanted, steps, Map.of()),
        givenNames(rows, wanted.get(0).get("segmentation"), windowEnd));
  }

  /** Names by segment as everybody sees them: a person may have given another than the model. */
  private static Map<Object, String> givenNames(
      Function<String, List<Map<String, Object>>> rows, Object segmentation, Object windowEnd) {
    return rows.apply("segments.segment_profile").stream()
        .filter(row -> segmentation.equals(row.get("segmentation")))
        .filter(row -> windowEnd.equals(row.get("window_end")))
        .collect(
            Collectors.toMap(
                row -> row.get("segment_id"), row -> (String) row.get("segment_name")));
  }

  private static List<Map<String, Object>> champion(
      List<Map<String, Object>> all, String segmentation) {
    List<Map<String, Object>> rows =
        all.stream()
            .filter(row -> segmentation.equals(row.get("segmentation")))
            .filter(row -> CHAMPION.equals(row.get("alias")))
            .toList();
    if (rows.isEmpty()) {
      throw new UserError(
          "Cannot find a model of segmentation %s; segments.trained_model has models of: %s"
              .formatted(segmentation, distinct(all, "segmentation")));
    }
    return rows;
  }

  /** A model that went on in several windows is the same in all of them. */
  private static List<Map<String, Object>> named(List<Map<String, Object>> all, String part) {
    List<Map<String, Object>> rows =
        all.stream().filter(row -> ((String) row.get("model_id")).contains(part)).toList();
    long models = rows.stream().map(row -> row.get("model_id")).distinct().count();
    if (models != 1) {
      throw new UserError(
          "Cannot find model %s: %s"
              .formatted(
                  part,
                  models == 0
                      ? "segments.trained_model has " + distinct(all, "model_id")
                      : "several have that in their id: " + distinct(rows, "model_id")));
    }
    Object windowEnd = rows.get(0).get("window_end");
    return rows.stream().filter(row -> windowEnd.equals(row.get("window_end"))).toList();
  }

  private static String distinct(List<Map<String, Object>> rows, String column) {
    return rows.isEmpty()
        ? "none yet; run tributary segment"
        : rows.stream()
            .map(row -> row.get(column).toString())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
  }

  /** Its id. */
  public String id() {
    return segments.origin().modelId();
  }

  /** What it wants to know of a customer: the features, categories by their own name. */
  public List<String> features() {
    return features;
  }

  /**
   * Places one customer.
   *
   * @param values one for each of {@link #features}; blank or null where it is not known
   * @throws UserError when a value is no number, or a category that the model does not know
   */
  public Placement place(List<String> values) {
    double[] numbers = new double[Features.NUMBERS.size()];
    Arrays.fill(numbers, Double.NaN);
    String[] categories = new String[Features.CATEGORIES.size()];
    Map<String, Double> attributes = new HashMap<>();
    for (int i = 0; i < features.size(); i++) {
      String value = values.get(i);
      if (value != null && !value.isBlank()) {
        put(features.get(i), value.strip(), numbers, categories, attributes);
      }
    }
    return place(new RawFeatures(numbers, categories, attributes));
  }

  private void put(
      String feature,
      String value,
      double[] numbers,
      String[] categories,
      Map<String, Double> attributes) {
    int category = Features.CATEGORIES.indexOf(feature);
    if (category >= 0) {
      categories[category] = value;
      return;
    }
    double number = number(feature, value);
    if (feature.startsWith(Features.ATTRIBUTE)) {
      attributes.put(feature.substring(Features.ATTRIBUTE.length()), number);
    } else {
      numbers[Features.NUMBERS.indexOf(feature)] = number;
    }
  }

  private static double number(String feature, String value) {
    try {
      double number = Double.parseDouble(value);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new UserError("%s must be a number: %s".formatted(feature, value));
    }
    throw new UserError("%s must be a finite number: %s".formatted(feature, value));
  }

  private Placement place(RawFeatures raw) {
    Clusters.Nearest nearest = segments.model().nearest(raw);
    boolean hasNext = nearest.next() >= 0;
    return new Placement(
        segments.ids().get(nearest.cluster()),
        name(nearest.cluster()),
        nearest.distance(),
        hasNext ? name(nearest.next()) : null,
        hasNext ? nearest.nextDistance() : null,
        nearest.confidence());
  }

  private String name(int cluster) {
    return givenNames.getOrDefault(segments.ids().get(cluster), segments.names().get(cluster));
  }

  /** Features by name that a person gave, of which none may be unknown to the model. */
  public Placement place(Map<String, String> described) {
    List<String> unknown = new ArrayList<>(described.keySet());
    unknown.removeAll(features);
    if (!unknown.isEmpty()) {
      throw new UserError(
          "Cannot place the customer: model %s does not look at %s, but at %s"
              .formatted(id(), String.join(", ", unknown), String.join(", ", features)));
    }
    return place(features.stream().map(described::get).toList());
  }
}
