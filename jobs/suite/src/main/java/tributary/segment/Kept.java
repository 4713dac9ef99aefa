package tributary.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tributary.segment.cluster.ClusterQuality;
import tributary.segment.cluster.Partition;
import tributary.segment.cluster.SilhouetteForm;

/**
 * An earlier model that goes on in a window, since it is nearly as good there as a new fit: the
 * segments then mean exactly what they meant before.
 *
 * @param sample the window's, as the earlier model sees it
 * @param fit with the earlier model in the place of the new one
 */
record Kept(WindowSample sample, Fit fit) {
  /**
   * The earlier model, if it may go on. Both are compared in the space of the new fit, by the sums
   * of squares of what they make of the window's sample.
   *
   * @param within how much worse it may be, as a part of the new fit's sum of squares
   * @param fitHash of the settings; a model of others cannot go on
   */
  static Optional<Kept> of(
      KnownSegments earlier, WindowSample sample, Fit fit, double within, String fitHash) {
    if (within == 0
        || fit.model().size() < 2
        || earlier.ids().size() < 2
        || !earlier.origin().fitHash().equals(fitHash)) {
      return Optional.empty();
    }
    WindowSample seen = sample.in(earlier.model().space(), earlier.origin().steps());
    double[][] scaled =
        Arrays.stream(seen.sample().points())
            .map(earlier.model().scaling()::scale)
            .toArray(double[][]::new);
    FittedCandidate kept =
        FittedCandidate.assign(
            earlier.origin().candidate(),
            sample.window().scope(),
            earlier.model().clusters(),
            scaled);
    if (!kept.isUsable()) {
      return Optional.empty();
    }
    double excess = excess(kept.partition().orElseThrow(), sample, fit);
    if (excess > within) {
      return Optional.empty();
    }
    return Optional.of(new Kept(seen, fit(earlier, fit, kept.judged(scaled), excess)));
  }

  private static double excess(Partition partition, WindowSample sample, Fit fit) {
    double[][] points =
        Arrays.stream(sample.sample().points())
            .map(fit.model().scaling()::scale)
            .toArray(double[][]::new);
    double wcss = ClusterQuality.of(points, partition, SilhouetteForm.SIMPLIFIED).wcss();
    return wcss <= fit.wcss() ? 0 : wcss / fit.wcss() - 1;
  }

  private static Fit fit(KnownSegments earlier, Fit fit, FittedCandidate kept, double excess) {
    List<FittedCandidate> candidates = new ArrayList<>(fit.candidates());
    candidates.add(kept);
    String choice =
        String.format(
            Locale.ROOT,
            "the model %s goes on: its sum of squares is %.1f %% above that of a new fit",
            earlier.origin().modelId(),
            100 * excess);
    return new Fit(
        earlier.origin().modelId(),
        earlier.model(),
        Optional.of(kept),
        candidates,
        choice,
        fit.notes());
  }
}
