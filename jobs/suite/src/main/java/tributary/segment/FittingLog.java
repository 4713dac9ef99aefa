package tributary.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a training job learnt of one sample, as it travels from the job to this process: a line for
 * the scaler of its numbers, and one for each centroid of each candidate.
 *
 * @param means of the scaler
 * @param deviations of the scaler
 * @param candidates the centroids of each candidate, in scaled space
 */
record FittingLog(double[] means, double[] deviations, Map<Candidate, Clusters> candidates) {
  private static final String SCALER = "scaler";
  private static final String CENTROID = "centroid";

  static String line(String training, double[] means, double[] deviations) {
    return String.join(" ", training, SCALER, Digits.text(means), Digits.text(deviations));
  }

  static String line(String training, Candidate candidate, double[] centroid) {
    return "%s %s %s %s %s %s"
        .formatted(
            training,
            CENTROID,
            candidate.algorithm(),
            candidate.k(),
            candidate.seed(),
            Digits.text(centroid));
  }

  /** Reads the lines of one training, in any order; without numbers there is no scaler. */
  static FittingLog read(String training, List<String> lines) {
    double[] means = new double[0];
    double[] deviations = new double[0];
    Map<Candidate, List<double[]>> found = new TreeMap<>();
    for (String line : lines) {
      String[] parts = line.split(" ");
      if (!parts[0].equals(training)) {
        continue;
      }
      if (parts[1].equals(SCALER)) {
        means = Digits.parse(parts[2]);
        deviations = Digits.parse(parts[3]);
        continue;
      }
      Candidate candidate =
          new Candidate(parts[2], Integer.parseInt(parts[3]), Long.parseLong(parts[4]));
      found.computeIfAbsent(candidate, each -> new ArrayList<>()).add(Digits.parse(parts[5]));
    }
    Map<Candidate, Clusters> candidates = new TreeMap<>();
    found.forEach((candidate, centroids) -> candidates.put(candidate, new Clusters(centroids)));
    return new FittingLog(means, deviations, candidates);
  }

  /**
   * The scaling of points as they are.
   *
   * @param origin what was subtracted from the points that were fitted
   */
  Scaling scaling(double[] origin) {
    double[] shifted = origin.clone();
    double[] deviation = new double[origin.length];
    for (int j = 0; j < origin.length; j++) {
      boolean isNumber = j < means.length;
      shifted[j] += isNumber ? means[j] : 0;
      deviation[j] = isNumber ? deviations[j] : 1;
    }
    return new Scaling(shifted, deviation);
  }
}
