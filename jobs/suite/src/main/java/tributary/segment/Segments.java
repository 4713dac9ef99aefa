package tributary.segment;

import java.util.List;

/**
 * A window's model with its segments' ids and names.
 *
 * @param ids one for each cluster of the model
 * @param names one for each cluster of the model
 */
record Segments(Window window, Fit fit, List<String> ids, List<String> names) {
  Segments {
    ids = List.copyOf(ids);
    names = List.copyOf(names);
  }

  static Segments of(Window window, Fit fit) {
    SegmentModel model = fit.model();
    List<String> names =
        model.size() == 0 ? List.of() : SegmentNames.of(model.space().features(), model.clusters());
    return new Segments(window, fit, SegmentIds.of(window, model), names);
  }

  SegmentModel model() {
    return fit.model();
  }
}
