package tributary.insight.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Some of any number of customers: half are those who spent most, the others are drawn by their
 * ids. Everybody is counted in the same reading.
 */
final class CustomerChoice {
  static final String SUMMARY = "marts.customer_summary";
  private static final List<String> MEASURES =
      List.of("gross_spend", "average_spend", "total_quantity");
  private static final Comparator<Map<String, Object>> BY_SPEND =
      Comparator.<Map<String, Object>, BigDecimal>comparing(
              row -> (BigDecimal) row.get("gross_spend"))
          .thenComparing(row -> (String) row.get("customer_id"), Comparator.reverseOrder());

  private final int limit;
  private final int half;
  private final CustomerMeans means = new CustomerMeans(MEASURES);
  private final CustomerSample sample;
  private final PriorityQueue<Map<String, Object>> top = new PriorityQueue<>(BY_SPEND);
  private long customers;

  private CustomerChoice(int limit) {
    this.limit = limit;
    this.half = (limit + 1) / 2;
    this.sample = new CustomerSample(limit);
  }

  /**
   * Reads all customers.
   *
   * @param limit at most how many to choose
   */
  static CustomerChoice of(PublishedTables tables, int limit) {
    CustomerChoice choice = new CustomerChoice(limit);
    List<String> columns = new ArrayList<>(List.of("customer_id", "segment_name"));
    columns.addAll(MEASURES);
    tables.scan(SUMMARY, columns, Map.of(), choice::add);
    return choice;
  }

  private void add(Map<String, Object> customer) {
    customers++;
    means.add(customer);
    sample.add((String) customer.get("customer_id"));
    top.add(customer);
    if (top.size() > half) {
      top.remove();
    }
  }

  /** Who spent most comes first. */
  List<String> chosen() {
    Set<String> chosen = new LinkedHashSet<>();
    top.stream()
        .sorted(BY_SPEND.reversed())
        .forEach(row -> chosen.add((String) row.get("customer_id")));
    for (String drawn : sample.customers()) {
      if (chosen.size() < limit) {
        chosen.add(drawn);
      }
    }
    return List.copyOf(chosen);
  }

  /** How many were chosen for what they spent. */
  int bySpend() {
    return top.size();
  }

  /** How many there are. */
  long customers() {
    return customers;
  }

  CustomerMeans means() {
    return means;
  }
}
