package tributary.segment;

import java.util.List;

/**
 * What was made of a window.
 *
 * @param window the window
 * @param segmentNames from the first cluster's on; none when nobody bought anything
 * @param sampleCustomers customers that the model was fitted on
 * @param withinClusterSumOfSquares over the sample, in scaled space
 * @param notes what a reader should know, such as why there are fewer segments than asked for
 */
public record SegmentationOutcome(
    Window window,
    List<String> segmentNames,
    int sampleCustomers,
    double withinClusterSumOfSquares,
    List<String> notes) {
  public SegmentationOutcome {
    segmentNames = List.copyOf(segmentNames);
    notes = List.copyOf(notes);
  }

  static SegmentationOutcome of(Segments segments) {
    Fit fit = segments.fit();
    return new SegmentationOutcome(
        segments.window(), segments.names(), fit.sampleSize(), fit.wcss(), fit.notes());
  }
}
