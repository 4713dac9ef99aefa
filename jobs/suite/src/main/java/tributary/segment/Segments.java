package tributary.segment;

import java.util.List;
import java.util.Map;
import java.util.Set;

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
    List<String> ids = SegmentIds.fresh(window, model, Set.of());
    List<String> names = SegmentNames.of(model.space().features(), model.clusters(), Map.of());
    return new Segments(window, fit, ids, names);
  }

  SegmentModel model() {
    return fit.model();
  }
}
