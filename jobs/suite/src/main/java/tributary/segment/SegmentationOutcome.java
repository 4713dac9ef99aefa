package tributary.segment;

import java.util.ArrayList;
import java.util.List;

/**
 * What was made.
 *
 * @param windows those that were computed, oldest first
 * @param skipped those that were published of the same files and settings before
 */
public record SegmentationOutcome(List<WindowOutcome> windows, List<Window> skipped) {
  public SegmentationOutcome {
    windows = List.copyOf(windows);
    skipped = List.copyOf(skipped);
  }

  /**
   * What was made of a window.
   *
   * @param segmentNames from the first cluster's on; none when nobody bought anything
   * @param sampleCustomers customers that the model was fitted on
   * @param withinClusterSumOfSquares over the sample, in scaled space
   * @param notes what a reader should know, such as why there are fewer segments than asked for
   */
  public record WindowOutcome(
      Window window,
      List<String> segmentNames,
      int sampleCustomers,
      double withinClusterSumOfSquares,
      List<String> notes) {
    public WindowOutcome {
      segmentNames = List.copyOf(segmentNames);
      notes = List.copyOf(notes);
    }
  }

  static SegmentationOutcome of(List<Segments> segments, List<Window> skipped) {
    List<WindowOutcome> windows = new ArrayList<>();
    for (Segments each : segments) {
      windows.add(
          new WindowOutcome(
              each.window(),
              each.names(),
              each.sample().sample().size(),
              each.fit().wcss(),
              each.fit().notes()));
    }
    return new SegmentationOutcome(windows, skipped);
  }
}
