package tributary.segment.rules;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/**
 * A customer with the segment they are in.
 *
 * @param id the customer's
 * @param features in their own units; all finite
 * @param cluster the segment's index
 */
public record LabelledCustomer(String id, double[] features, int cluster) {
  public LabelledCustomer {
    requireNonNull(id, "id is null");
    requireNonNull(features, "features is null");
    if (!Arrays.stream(features).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "Invalid features of customer %s: %s".formatted(id, Arrays.toString(features)));
    }
    if (cluster < 0) {
      throw new IllegalArgumentException(
          "Invalid cluster of customer %s: %s".formatted(id, cluster));
    }
  }
}
