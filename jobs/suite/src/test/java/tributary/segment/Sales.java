package tributary.segment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Lines of sales for tests, typed and signed as curated.sales has them. */
final class Sales {
  private final List<Map<String, Object>> rows = new ArrayList<>();

  Sales line(
      String customer,
      String transaction,
      String product,
      String kind,
      String quantity,
      String amount,
      String soldAt,
      String category) {
    LocalDateTime time = LocalDateTime.parse(soldAt);
    long line = rows.size() + 1L;
    Map<String, Object> row = new HashMap<>();
    row.put("transaction_id", transaction);
    row.put("product_id", product);
    row.put("customer_id", customer);
    row.put("kind", kind);
    row.put("quantity", new BigDecimal(quantity));
    row.put("unit_price", BigDecimal.ONE);
    row.put("amount", new BigDecimal(amount));
    row.put("currency", "EUR");
    row.put("sold_at", time);
    row.put("sale_date", time.toLocalDate());
    row.put("category", category);
    row.put("source_file", "sales.csv");
    row.put("source_line", line);
    row.put("source", "test");
    row.put("line_id", line);
    row.put("line_hash", new byte[16]);
    row.put("copy_number", 1);
    rows.add(row);
    return this;
  }

  Sales sale(String customer, String transaction, String amount, String soldAt) {
    return line(customer, transaction, "p1", "sale", "1", amount, soldAt, null);
  }

  /**
   * Customers of four kinds, in turns: big baskets; many days; few, dear things; few, cheap things.
   * All in 2023.
   */
  static Sales ofFourKinds(int customers) {
    Random random = new Random(7);
    Sales sales = new Sales();
    for (int i = 0; i < customers; i++) {
      sales.customerOfKind(i % 4, "c%05d".formatted(i), random);
    }
    return sales;
  }

  private void customerOfKind(int kind, String customer, Random random) {
    int[] days = {12, 9, 1, 1};
    double[] price = {20, 4, 60, 1};
    int[] units = {40, 5, 2, 12};
    int visits = days[kind] + random.nextInt(3);
    for (int visit = 0; visit < visits; visit++) {
      int quantity = units[kind] + random.nextInt(3);
      double amount = quantity * price[kind] * (0.8 + 0.4 * random.nextDouble());
      line(
          customer,
          customer + "-" + visit,
          "p" + random.nextInt(20),
          "sale",
          Integer.toString(quantity),
          BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP).toString(),
          LocalDate.of(2023, 1, 1).plusDays(random.nextInt(365)).atTime(12, 0).toString(),
          visit % 2 == 0 ? "Books" : null);
    }
  }

  List<Map<String, Object>> rows() {
    return rows;
  }

  List<Map<String, Object>> customers() {
    return rows.stream()
        .map(row -> row.get("customer_id"))
        .filter(Objects::nonNull)
        .distinct()
        .map(
            customer ->
                Map.<String, Object>of(
                    "customer_id", customer, "orders", 1L, "has_demographics", false))
        .toList();
  }
}
