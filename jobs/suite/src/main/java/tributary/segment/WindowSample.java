package tributary.segment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tributary.config.FeatureSettings;
import tributary.config.Features;
import tributary.config.Suggestion;
import tributary.config.UserError;

/**
 * A window's sample with how its features were prepared.
 *
 * @param window the window
 * @param features what is known of the sample's customers
 * @param space the coordinates of the points
 * @param steps what was done to the features
 * @param sample the points
 */
record WindowSample(
    Window window,
    List<RawFeatures> features,
    FeatureSpace space,
    List<PreparationStep> steps,
    Sample sample) {
  WindowSample {
    features = List.copyOf(features);
    steps = List.copyOf(steps);
  }

  /**
   * Prepares each window's sample by itself.
   *
   * @param lines of sql/segments/training_sample.sql
   * @throws UserError when an attribute is asked for that nobody in the samples has
   */
  static List<WindowSample> read(
      List<String> lines, List<Window> windows, FeatureSettings settings) {
    Map<Object, List<SampledCustomer>> customers =
        lines.stream()
            .map(SampledCustomer::of)
            .collect(Collectors.groupingBy(SampledCustomer::windowEnd));
    requireAttributes(customers.values(), settings);
    List<WindowSample> samples = new ArrayList<>();
    for (Window window : windows) {
      List<SampledCustomer> sampled = customers.getOrDefault(window.end(), List.of());
      List<RawFeatures> features = sampled.stream().map(SampledCustomer::features).toList();
      Preparation.Chosen chosen = Preparation.choose(settings, features);
      samples.add(
          new WindowSample(
              window,
              features,
              chosen.space(),
              chosen.steps(),
              Sample.of(sampled, chosen.space())));
    }
    return samples;
  }

  private static void requireAttributes(
      Collection<List<SampledCustomer>> customers, FeatureSettings settings) {
    Set<String> known = new TreeSet<>();
    customers.forEach(
        window -> window.forEach(each -> known.addAll(each.features().attributes().keySet())));
    for (String feature : settings.features()) {
      if (!customers.isEmpty()
          && feature.startsWith(Features.ATTRIBUTE)
          && !known.contains(feature.substring(Features.ATTRIBUTE.length()))) {
        Set<String> names =
            known.stream()
                .map(Features.ATTRIBUTE::concat)
                .collect(Collectors.toCollection(TreeSet::new));
        throw new UserError(
            "Cannot compare customers by %s: none has it; there are %s%s"
                .formatted(
                    feature,
                    names.isEmpty() ? "no numeric attributes" : String.join(", ", names),
                    Suggestion.sentence(feature, names)));
      }
    }
  }

  /** The id of a model that a run fits to it. */
  String modelId(Candidate candidate, String runId) {
    return "%s-%s-%s-%s".formatted(window.segmentation(), window.end(), candidate, runId);
  }

  /** The same customers as points of another space. */
  WindowSample in(FeatureSpace other, List<PreparationStep> otherSteps) {
    double[][] points = features.stream().map(other::point).toArray(double[][]::new);
    return new WindowSample(
        window, features, other, otherSteps, new Sample(sample.customers(), points));
  }
}
