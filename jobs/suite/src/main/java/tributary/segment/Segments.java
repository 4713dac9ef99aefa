package tributary.segment;

import java.util.List;
import tributary.segment.identity.SegmentEvent;
import tributary.segment.rules.RuleSet;

/**
 * A window's model with its segments' ids and names.
 *
 * @param ids one for each cluster of the model
 * @param names one for each cluster of the model
 * @param events what became of the segments since the window before
 * @param rules who belongs to each segment, in words
 */
record Segments(
    WindowSample sample,
    Fit fit,
    List<String> ids,
    List<String> names,
    List<SegmentEvent> events,
    RuleSet rules) {
  Segments {
    ids = List.copyOf(ids);
    names = List.copyOf(names);
    events = List.copyOf(events);
  }

  SegmentModel model() {
    return fit.model();
  }

  Window window() {
    return sample.window();
  }

  /**
   * As later windows know it.
   *
   * @param origin of its model
   */
  KnownSegments known(KnownSegments.Origin origin) {
    return new KnownSegments(model(), ids, names, fit.sizes(), origin);
  }
}
