package tributary.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * What a training job learnt, as it travels from the job to this process: a line for the scaler,
 * and one for each centroid of each candidate.
 *
 * @param scaling the sample's
 * @param candidates the centroids of each candidate, in scaled space
 */
record FittingLog(Scaling scaling, Map<Candidate, Clusters> candidates) {
  private static final String SCALER = "scaler";
  private static final String CENTROID = "centroid";

  static String line(double[] means, double[] deviations) {
    return String.join(" ", SCALER, text(means), text(deviations));
  }

  static String line(Candidate candidate, double[] centroid) {
    return "%s %d %d %s".formatted(CENTROID, candidate.k(), candidate.seed(), text(centroid));
  }

  /** Reads lines in any order. */
  static FittingLog read(List<String> lines) {
    Scaling scaling = null;
    Map<Candidate, List<double[]>> found = new TreeMap<>();
    for (String line : lines) {
      String[] parts = line.split(" ");
      if (parts[0].equals(SCALER)) {
        scaling = new Scaling(numbers(parts[1]), numbers(parts[2]));
        continue;
      }
      Candidate candidate = new Candidate(Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
      found.computeIfAbsent(candidate, each -> new ArrayList<>()).add(numbers(parts[3]));
    }
    if (scaling == null) {
      throw new IllegalStateException(
          "Cannot read what the training job learnt: %d lines and no scaler among them"
              .formatted(lines.size()));
    }
    Map<Candidate, Clusters> candidates = new TreeMap<>();
    found.forEach((candidate, centroids) -> candidates.put(candidate, new Clusters(centroids)));
    return new FittingLog(scaling, candidates);
  }

  /** The same for points from which an origin had been subtracted. */
  FittingLog shifted(double[] origin) {
    return new FittingLog(scaling.shifted(origin), candidates);
  }

  private static String text(double[] numbers) {
    return DoubleStream.of(numbers).mapToObj(Double::toString).collect(Collectors.joining(","));
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.split(",")).mapToDouble(Double::parseDouble).toArray();
  }
}
