package tributary.publish;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import tributary.publish.Judge.Finding;
import tributary.publish.PopulationStability.Bin;

/**
 * How many rows are in which bin.
 *
 * @param rows bin to rows, above 0
 */
record Distribution(Map<String, Double> rows) {
  Distribution {
    requireNonNull(rows, "rows is null");
  }

  /** Adds up what findings count; those of one bin together. */
  static Distribution of(List<Finding> findings, Function<Finding, Double> count) {
    Map<String, Double> rows = new TreeMap<>();
    findings.stream()
        .filter(finding -> count.apply(finding) > 0)
        .forEach(finding -> rows.merge(finding.label(), count.apply(finding), Double::sum));
    return new Distribution(rows);
  }

  /** The population stability index. */
  double driftFrom(Distribution before) {
    return PopulationStability.index(
        Stream.concat(rows.keySet().stream(), before.rows.keySet().stream())
            .distinct()
            .map(bin -> new Bin(rows.getOrDefault(bin, 0.0), before.rows.getOrDefault(bin, 0.0)))
            .toList());
  }
}
