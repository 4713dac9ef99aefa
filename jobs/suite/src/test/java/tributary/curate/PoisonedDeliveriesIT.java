package tributary.curate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tributary.input.InputFunctions;
import tributary.publish.AuditFailedException;
import tributary.script.Engine;

/** Deliveries that are wrong in a way that no single line shows. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class PoisonedDeliveriesIT {
  private static final YearMonth FIRST = YearMonth.of(2024, 1);
  private static final YearMonth NEXT = FIRST.plusMonths(3);
  private static final int INVOICE = 0;
  private static final int CUSTOMER = 3;
  private static final int UNITS = 4;
  private static final int PRICE = 5;
  private static final int CURRENCY = 7;

  @TempDir private static Path directory;
  private static Engine engine;
  private static TestShop shop;
  private static List<Map<String, Object>> yesterday;

  @BeforeAll
  static void publishThreeMonths() {
    engine = Engine.local(2).preparing(InputFunctions::register);
    shop = new TestShop(directory, engine);
    List<String> names = new ArrayList<>();
    for (YearMonth month = FIRST; month.isBefore(NEXT); month = month.plusMonths(1)) {
      names.add(month + ".csv");
      shop.file(month + ".csv", lines(month, fields -> fields));
    }
    shop.run(false, names.toArray(String[]::new));
    yesterday = shop.rows("curated.sales");
    assertThat(yesterday).hasSizeGreaterThan(1000);
  }

  @AfterAll
  static void close() {
    shop.close();
    engine.close();
  }

  @AfterEach
  void removeFiles() {
    shop.file("next.csv");
  }

  /** Where two poisons share a delivery, neither touches what the other's check looks at. */
  static Stream<Arguments> poisons() {
    return Stream.of(
        poison(
            Map.of(
                "quantity_drift", "single pieces or thousands",
                "returning_customers", "customers are missing"),
            NEXT,
            then(PoisonedDeliveriesIT::withoutHalf, PoisonedDeliveriesIT::thousandfold)),
        poison(
            Map.of(
                "largest_customer", "names one customer everywhere",
                "price_ratio", "prices are in another currency"),
            NEXT,
            then(with(CUSTOMER, "c1"), PoisonedDeliveriesIT::inDollars)),
        poison(
            Map.of("anonymous_sales", "lost its customers"),
            NEXT,
            PoisonedDeliveriesIT::halfAnonymous),
        poison(Map.of("rejected_lines", "another shape or currency"), NEXT, with(CURRENCY, "USD")),
        poison(
            Map.of("repeated_sales", "delivered before under other ids"),
            NEXT.minusMonths(1),
            PoisonedDeliveriesIT::underOtherInvoices));
  }

  @ParameterizedTest
  @MethodSource("poisons")
  void aRefusesWhatHistoryContradicts(
      Map<String, String> checks, YearMonth month, UnaryOperator<String[]> poison) {
    shop.file("next.csv", lines(month, poison));
    AbstractThrowableAssert<?, ?> refusal =
        assertThatThrownBy(() -> shop.run(false, "next.csv"))
            .isInstanceOf(AuditFailedException.class)
            .hasMessageContaining("--accept ");
    checks.forEach(
        (check, words) ->
            refusal.hasMessageFindingMatch(
                "(?m)%s: expected that.*%s".formatted(check, Pattern.quote(words))));
    assertThat(shop.rows("curated.sales")).isEqualTo(yesterday);
    assertThat(shop.rows("landing.files")).hasSize(3);
  }

  @Test
  void bRefusesACorrectedDeliveryThatHasLostHalfOfItsCustomers() {
    shop.file("2024-01.csv", lines(FIRST, PoisonedDeliveriesIT::withoutHalf));
    shop.file("2024-02.csv", lines(FIRST.plusMonths(1), PoisonedDeliveriesIT::withoutHalf));
    assertThatThrownBy(() -> shop.run(true, "2024-01.csv", "2024-02.csv"))
        .isInstanceOf(AuditFailedException.class)
        .hasMessageContaining("curated.sales: rows_kept");
    assertThat(shop.rows("curated.sales")).isEqualTo(yesterday);
  }

  @Test
  void cPublishesTheNextMonthAsItIs() {
    shop.file("next.csv", lines(NEXT, fields -> fields));
    shop.run(false, "next.csv");
    assertThat(shop.rows("curated.sales"))
        .hasSizeGreaterThan(yesterday.size())
        .containsAll(yesterday);
  }

  @Test
  void dPublishesADayOnWhichOneLongOrderWithoutACustomerIsHalfOfTheLines() {
    List<String> lines = new ArrayList<>();
    for (int line = 0; line < 240; line++) {
      boolean isNamed = line < 120;
      int product = line % 40;
      lines.add(
          "day-%s,p%d,Product %d,%s,%d,%d.50,,EUR,2024-05-02 %d:%02d,Malta"
              .formatted(
                  isNamed ? line / 4 : "long",
                  product,
                  product,
                  isNamed ? "c" + line / 4 : "",
                  1 + line % 6,
                  2 + product,
                  10 + line / 60,
                  line % 60));
    }
    shop.file("next.csv", lines.toArray(String[]::new));
    shop.run(false, "next.csv");
    assertThat(shop.texts("ops.audit_result", "check_name", "passed", "observed"))
        .anyMatch(
            result -> result.startsWith("anonymous_sales true 0.032 (1.0 of 31 orders, before"))
        .anyMatch(
            result ->
                result.startsWith(
                    "price_ratio true 1.000 (40 products; usual is 1.000 within 4 x"));
  }

  private static Arguments poison(
      Map<String, String> checks, YearMonth month, UnaryOperator<String[]> poison) {
    return Arguments.of(checks, month, poison);
  }

  private static UnaryOperator<String[]> then(
      UnaryOperator<String[]> one, UnaryOperator<String[]> other) {
    return fields -> {
      String[] poisoned = one.apply(fields);
      return poisoned.length == 0 ? poisoned : other.apply(poisoned);
    };
  }

  private static UnaryOperator<String[]> with(int field, String text) {
    return fields -> {
      fields[field] = text;
      return fields;
    };
  }

  private static String[] thousandfold(String[] fields) {
    fields[UNITS] += "000";
    return fields;
  }

  private static String[] inDollars(String[] fields) {
    fields[PRICE] = new BigDecimal(fields[PRICE]).multiply(new BigDecimal("1.08")).toString();
    return fields;
  }

  private static String[] underOtherInvoices(String[] fields) {
    fields[INVOICE] = "again-" + fields[INVOICE];
    return fields;
  }

  private static String[] withoutHalf(String[] fields) {
    return isOfOneHalf(fields) ? new String[0] : fields;
  }

  private static String[] halfAnonymous(String[] fields) {
    return isOfOneHalf(fields) ? with(CUSTOMER, "").apply(fields) : fields;
  }

  private static boolean isOfOneHalf(String[] fields) {
    return Integer.parseInt(fields[CUSTOMER].substring(1)) % 2 == 0;
  }

  /** 200 customers, of whom each shops in three months of four, four lines at a time. */
  private static String[] lines(YearMonth month, UnaryOperator<String[]> poison) {
    Random random = new Random(month.getMonthValue());
    List<String> lines = new ArrayList<>();
    for (int customer = 0; customer < 200; customer++) {
      if (random.nextInt(4) == 0) {
        continue;
      }
      LocalDate day = month.atDay(1 + random.nextInt(28));
      String time = "%s %02d:%02d".formatted(day, 9 + random.nextInt(9), random.nextInt(60));
      for (int line = 0; line < 4; line++) {
        int product = random.nextInt(40);
        String[] fields = {
          month + "-" + customer,
          "p" + product,
          "Product " + product,
          "c" + customer,
          Integer.toString(1 + random.nextInt(6)),
          (2 + product) + ".50",
          "",
          "EUR",
          time,
          "Malta"
        };
        String[] poisoned = poison.apply(fields);
        if (poisoned.length > 0) {
          lines.add(String.join(",", poisoned));
        }
      }
    }
    return lines.toArray(String[]::new);
  }
}
