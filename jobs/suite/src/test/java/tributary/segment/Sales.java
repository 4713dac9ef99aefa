package tributary.segment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.types.DataType;
import org.apache.flink.types.Row;

/** Lines of sales for tests, typed and signed as curated.sales has them. */
final class Sales {
  static final DataType TYPE =
      DataTypes.ROW(
          DataTypes.FIELD("line_id", DataTypes.BIGINT().notNull()),
          DataTypes.FIELD("transaction_id", DataTypes.STRING().notNull()),
          DataTypes.FIELD("product_id", DataTypes.STRING().notNull()),
          DataTypes.FIELD("customer_id", DataTypes.STRING()),
          DataTypes.FIELD("kind", DataTypes.STRING().notNull()),
          DataTypes.FIELD("quantity", DataTypes.DECIMAL(18, 3).notNull()),
          DataTypes.FIELD("amount", DataTypes.DECIMAL(20, 4).notNull()),
          DataTypes.FIELD("sold_at", DataTypes.TIMESTAMP(6).notNull()),
          DataTypes.FIELD("category", DataTypes.STRING()));

  private final List<Row> rows = new ArrayList<>();

  Sales line(
      String customer,
      String transaction,
      String product,
      String kind,
      String quantity,
      String amount,
      String soldAt,
      String category) {
    rows.add(
        Row.of(
            (long) rows.size() + 1,
            transaction,
            product,
            customer,
            kind,
            new BigDecimal(quantity),
            new BigDecimal(amount),
            LocalDateTime.parse(soldAt),
            category));
    return this;
  }

  Sales sale(String customer, String transaction, String amount, String soldAt) {
    return line(customer, transaction, "p1", "sale", "1", amount, soldAt, null);
  }

  /**
   * Customers of four kinds in equal numbers: big baskets; many days; few, dear things; few, cheap
   * things. All before 2024-01-01.
   */
  static Sales ofFourKinds(int customers) {
    Random random = new Random(7);
    Sales sales = new Sales();
    for (int i = 0; i < customers; i++) {
      String customer = "c%05d".formatted(i);
      int[] days = {12, 9, 1, 1};
      double[] price = {20, 4, 60, 1};
      int[] units = {40, 5, 2, 12};
      int kind = i % 4;
      int visits = days[kind] + random.nextInt(3);
      for (int visit = 0; visit < visits; visit++) {
        double unitPrice = price[kind] * (0.8 + 0.4 * random.nextDouble());
        int quantity = units[kind] + random.nextInt(3);
        sales.line(
            customer,
            customer + "-" + visit,
            "p" + random.nextInt(20),
            "sale",
            Integer.toString(quantity),
            BigDecimal.valueOf(unitPrice * quantity)
                .setScale(2, java.math.RoundingMode.HALF_UP)
                .toString(),
            LocalDate.of(2023, 1, 1).plusDays(random.nextInt(365)).atTime(12, 0).toString(),
            visit % 2 == 0 ? "Books" : null);
      }
    }
    return sales;
  }

  List<Row> rows() {
    return rows;
  }
}
