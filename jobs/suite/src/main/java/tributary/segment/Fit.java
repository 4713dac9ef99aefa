package tributary.segment;

import java.util.List;
import java.util.Optional;
import tributary.segment.cluster.Partition;

/**
 * The outcome of fitting a window: the chosen model and how it was chosen.
 *
 * @param modelId the id under which it is known
 * @param model the chosen one; without clusters when there was nobody to fit it on
 * @param chosen which candidate that is, when there was a choice
 * @param candidates every candidate that was fitted, usable or not, the chosen one too
 * @param choice why this one, in a sentence
 * @param notes what a reader should know, such as why there are fewer segments
 */
record Fit(
    String modelId,
    SegmentModel model,
    Optional<FittedCandidate> chosen,
    List<FittedCandidate> candidates,
    String choice,
    List<String> notes) {
  Fit {
    candidates = List.copyOf(candidates);
    notes = List.copyOf(notes);
  }

  /** The chosen model's sum of squares over the sample, in scaled space. */
  double wcss() {
    return chosen.map(FittedCandidate::wcss).orElse(0.0);
  }

  /** The cluster of each of the sample's customers, in its order. */
  int[] labels() {
    return chosen
        .flatMap(FittedCandidate::partition)
        .map(Partition::labels)
        .orElseGet(() -> new int[0]);
  }

  /** How many of the sample's customers each cluster has. */
  long[] sizes() {
    long[] sizes = new long[model.size()];
    for (int label : labels()) {
      sizes[label]++;
    }
    return sizes;
  }
}
