package tributary.segment;

import java.util.List;

/**
 * A window's model with its segments' ids and names.
 *
 * @param ids one for each cluster of the model
 * @param names one for each cluster of the model
 */
record Segments(WindowSample sample, Fit fit, List<String> ids, List<String> names) {
  Segments {
    ids = List.copyOf(ids);
    names = List.copyOf(names);
  }

  static Segments of(WindowSample sample, Fit fit) {
    SegmentModel model = fit.model();
    List<String> names =
        model.size() == 0 ? List.of() : SegmentNames.of(model.space().names(), model.clusters());
    return new Segments(sample, fit, SegmentIds.of(sample.window(), model), names);
  }

  SegmentModel model() {
    return fit.model();
  }

  Window window() {
    return sample.window();
  }
}
