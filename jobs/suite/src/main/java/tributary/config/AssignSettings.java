package tributary.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whom {@code assign} puts into a segment.
 *
 * @param segmentation whose champion is the model, unless one is named
 * @param model the model's id, or a part of it that no other has
 * @param input a CSV file of customers
 * @param described one customer's features
 */
public record AssignSettings(
    String segmentation,
    Optional<String> model,
    Optional<Path> input,
    Map<String, String> described) {
  public static final Setting<String> MODEL =
      Setting.of(
          "model",
          "ID",
          ValueType.text(),
          "the model of segments.trained_model, or a part of its id that no other has (default:"
              + " the segmentation's champion, the model of its latest window)");
  public static final Setting<Path> INPUT =
      Setting.of(
              "customers-file",
              "FILE",
              ValueType.path(),
              "a CSV file with a column customer_id and one for each of the model's features, in"
                  + " any order; what is blank is taken as unknown")
          .flag("--input");
  public static final Setting<Map<String, String>> DESCRIBED =
      Setting.of(
              "described-customer",
              "FEATURE=VALUE",
              ValueType.pairs(),
              "a feature of one customer described here, such as income=52000; once for each")
          .flag("--set");

  public AssignSettings {
    requireNonNull(segmentation, "segmentation is null");
    requireNonNull(model, "model is null");
    requireNonNull(input, "input is null");
    described = Map.copyOf(described);
  }

  public static List<Setting<?>> settings() {
    return List.of(MODEL, INPUT, DESCRIBED, SegmentSettings.SEGMENTATION);
  }

  public static AssignSettings read(SettingsReader reader) {
    Optional<Path> input = reader.optional(INPUT);
    Map<String, String> described = reader.optional(DESCRIBED).orElse(Map.of());
    if (input.isPresent() != described.isEmpty()) {
      reader.problem(
          "Expected either --input FILE, or one customer by --set FEATURE=VALUE for each feature");
    }
    return new AssignSettings(
        reader.value(SegmentSettings.SEGMENTATION), reader.optional(MODEL), input, described);
  }
}
