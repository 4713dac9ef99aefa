package tributary.insight.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Means over all customers, and over those of each segment. */
final class CustomerMeans {
  private static final String EVERYONE = "";

  private final List<String> measures;
  private final Map<String, double[]> sums = new TreeMap<>();

  CustomerMeans(List<String> measures) {
    this.measures = List.copyOf(measures);
  }

  void add(Map<String, Object> customer) {
    add(EVERYONE, customer);
    if (customer.get("segment_name") instanceof String segment) {
      add(segment, customer);
    }
  }

  private void add(String group, Map<String, Object> customer) {
    double[] sum = sums.computeIfAbsent(group, ignored -> new double[measures.size() + 1]);
    for (int i = 0; i < measures.size(); i++) {
      sum[i] += ((BigDecimal) customer.get(measures.get(i))).doubleValue();
    }
    sum[measures.size()]++;
  }

  /** A row per segment, and one with an empty name for everyone. */
  Frame frame() {
    List<String> columns = new ArrayList<>(List.of("segment_name"));
    columns.addAll(measures);
    List<List<Object>> rows = new ArrayList<>();
    sums.forEach(
        (group, sum) -> {
          List<Object> row = new ArrayList<>(List.of(group));
          double count = sum[measures.size()];
          Arrays.stream(sum, 0, measures.size()).forEach(each -> row.add(each / count));
          rows.add(row);
        });
    return new Frame(columns, rows);
  }
}
