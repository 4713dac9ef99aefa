package tributary.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Deliveries of 120 lines to a lake of 4,000: whatever they hold, less than the limits of the
 * warnings changes in the lake as a whole.
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
class ProfileWarningsIT {
  private static final int LINES = 4000;
  private static final int ADDED = 120;
  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
  private static final Random RANDOM = new Random(1);

  @TempDir private static Path directory;
  private static ShopLake shop;

  @BeforeAll
  static void publish() {
    shop = new ShopLake(directory);
    add(LINES, FIRST_DAY, 5, "//north");
    shop.open().publish();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void aIsSilentAboutADeliveryLikeThoseBefore() {
    deliver(5, "//north");
    assertThat(found("missing_values")).startsWith("true");
    assertThat(found("typical_values")).startsWith("true");
  }

  @Test
  void bSeesWhatADeliveryHasLost() {
    deliver(5, "//");
    assertThat(missingStores()).isPositive().isLessThan(0.05);
    assertThat(found("missing_values")).startsWith("false warn").endsWith("(curated.sales.store)");
    assertThat(found("typical_values")).startsWith("true");
  }

  @Test
  void cSeesThatADeliveryHasOtherAmounts() {
    deliver(35, "//north");
    assertThat(found("missing_values")).startsWith("true");
    assertThat(found("typical_values")).startsWith("false warn").endsWith("(curated.sales.amount)");
  }

  private static void deliver(int lowestAmount, String place) {
    add(ADDED, FIRST_DAY.plusMonths(2), lowestAmount, place);
    shop.deliver();
    shop.publish();
  }

  /** Pieces of each customer's one order, at the lowest amount or up to 40 more, within 60 days. */
  private static void add(int lines, LocalDate from, int lowestAmount, String place) {
    for (int line = 0; line < lines; line++) {
      String date = from.plusDays(RANDOM.nextInt(60)).toString();
      String customer = "c" + RANDOM.nextInt(40);
      String product = "p" + RANDOM.nextInt(20);
      String amount = lowestAmount + RANDOM.nextInt(40) + ".00";
      String transaction = "t" + customer;
      shop.line(customer, transaction, product, "sale", "1", amount, date, place);
    }
  }

  private static double missingStores() {
    return lastOf("ops.column_profile", "column_name", "store")
        .map(row -> (double) row.get("missing_share"))
        .orElseThrow();
  }

  /** What the last run found: whether it passed, the severity, the figure and the column. */
  private static String found(String check) {
    return lastOf("ops.audit_result", "check_name", check)
        .map(
            row ->
                "%s %s %s".formatted(row.get("passed"), row.get("severity"), row.get("observed")))
        .orElseThrow();
  }

  private static Optional<Map<String, Object>> lastOf(String table, String column, String value) {
    return shop.rows(table).stream()
        .filter(row -> row.get(column).equals(value))
        .max(Comparator.comparing(row -> (String) row.get("run_id")));
  }
}
