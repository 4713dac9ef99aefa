package tributary.curate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.config.UserError;
import tributary.curate.Curation.Curated;
import tributary.curate.Landing.Landed;
import tributary.input.InputFunctions;
import tributary.script.Engine;

/** Three days' files with late, repeated and overlapping lines, in one lake day by day. */
class IncrementalCurationIT {
  private static final String LAMP = "1,LAMP,Lamp,Ann,2,10.50,,EUR,2024-01-05 09:00,Malta";
  private static final String VASE = "2,VASE,Vase,Ben,1,4.00,,EUR,2024-01-09 12:00,Spain";
  private static final String BOWL = "3,BOWL,Bowl,Ann,3,2.00,,EUR,2024-02-01 08:00,Malta";
  private static final String ROPE = "4,ROPE,Rope,Cas,5,1.00,,EUR,2024-02-02 17:45,Italy";
  private static final String REJECT = "5,LAMP,Lamp,Ann,none,10.50,,EUR,2024-02-02 18:00,Malta";
  private static final String OLD = "0,LAMP,Old lamp,Ann,1,9.00,,EUR,2023-12-24 10:00,Malta";
  private static final String LATE = "6,VASE,Vase,Dan,2,4.00,,EUR,2024-01-31 23:59,Spain";
  private static final String MARCH = "7,LAMP,New lamp,Ann,1,11.00,,EUR,2024-03-01 00:00,Italy";
  private static final String RETURN = "8,VASE,Vase,Ben,-1,4.00,,EUR,2024-03-02 10:00,Spain";
  private static final String APRIL = "10,BOWL,Bowl,Eve,1,2.00,,EUR,2024-04-01 10:00,Malta";
  private static final String[] FIRST = {OLD, LAMP, VASE, VASE, BOWL};
  private static final String[] SECOND = {BOWL, ROPE, LATE, REJECT};
  private static final String[] THIRD = {
    MARCH,
    REJECT,
    RETURN,
    ROPE.replace(",Rope,", ", Rope ,"),
    dollars(1),
    dollars(2),
    dollars(3),
    VASE.replace(",Vase,", ",Blue vase,").replace("Spain", "Portugal"),
    BOWL.replace(",2.00,", ",2.0,").replace("EUR", "eur").replace("Ann", "Guest")
  };

  @TempDir private static Path directory;
  private static Engine engine;
  private static TestShop daily;
  private static TestShop together;
  private static final List<Curated> days = new ArrayList<>();
  private static final List<Set<String>> december = new ArrayList<>();

  @BeforeAll
  static void curateDayByDayAndTogether() {
    engine = Engine.local(2).preparing(InputFunctions::register);
    daily = new TestShop(directory.resolve("daily"), engine);
    for (String[] lines : List.of(FIRST, SECOND, THIRD)) {
      daily.file("day%d.csv".formatted(days.size() + 1), lines).ingest();
      days.add(daily.curate());
      december.add(daily.salesFiles("2023-12"));
    }
    together = new TestShop(directory.resolve("together"), engine);
    together.file("day1.csv", FIRST).file("day2.csv", SECOND).file("day3.csv", THIRD).ingest();
    together.curate();
  }

  @AfterAll
  static void close() {
    daily.close();
    together.close();
    engine.close();
  }

  private static String dollars(int number) {
    return "9,LAMP,Lamp,Ann,%d,10.50,,USD,2024-03-03 10:00,Malta".formatted(number);
  }

  @Test
  void dayByDayAndTogetherAndAnewGiveTheSameTables() {
    Map<String, List<Map<String, Object>>> dayByDay = daily.curated();
    assertThat(dayByDay.get("curated.sales")).hasSize(8);
    assertThat(dayByDay.get("curated.duplicates")).hasSize(6);
    assertThat(dayByDay.get("curated.rejects")).hasSize(4);
    assertThat(together.curated()).isEqualTo(dayByDay);
    daily.curateFully();
    assertThat(daily.curated()).isEqualTo(dayByDay);
    aKnownFileChangesNothing();
  }

  private static void aKnownFileChangesNothing() {
    daily.file("copy-of-day1.csv", FIRST);
    Map<String, Set<String>> before = allDataFiles();
    assertThat(daily.ingest()).isEqualTo(new Landed(0, 0, 0, List.of()));
    Curated curated = daily.curate();
    assertThat(curated.months()).isZero();
    assertThat(curated.linesRead()).isEqualTo(18);
    assertThat(allDataFiles()).isEqualTo(before);
  }

  private static Map<String, Set<String>> allDataFiles() {
    return Stream.concat(Curation.TABLES.stream(), Landing.TABLES.stream())
        .collect(Collectors.toMap(table -> table, daily::dataFiles));
  }

  @Test
  void writesOnlyTheMonthsThatNewLinesFallInto() {
    assertThat(days).extracting(Curated::months).containsExactly(-1, 2, 3);
    assertThat(december.get(0)).hasSize(1);
    assertThat(december.get(1)).isEqualTo(december.get(0));
    assertThat(december.get(2)).isEqualTo(december.get(0));
  }

  @Test
  void theEarliestOfEqualLinesStaysWithTheLatestDescriptions() {
    assertThat(
            together.texts(
                "curated.duplicates", "source_file", "source_line", "kept_line_id", "reason"))
        .containsExactly(
            "day1.csv 5 100000000004 equals an earlier line",
            "day2.csv 2 100000000006 equals an earlier line",
            "day3.csv 10 100000000006 equals an earlier line",
            "day3.csv 3 200000000005 equals an earlier line",
            "day3.csv 5 200000000003 equals an earlier line",
            "day3.csv 9 100000000004 updates an earlier line");
    assertThat(together.texts("curated.sales", "line_id", "product_name", "country", "customer_id"))
        .contains("100000000004 Blue vase Portugal Ben", "100000000006 Bowl Malta Ann");
    assertThat(together.texts("curated.sales", "sale_date", "transaction_id", "line_id"))
        .containsExactly(
            "2023-12-24 0 100000000002",
            "2024-01-05 1 100000000003",
            "2024-01-09 2 100000000004",
            "2024-01-31 6 200000000004",
            "2024-02-01 3 100000000006",
            "2024-02-02 4 200000000003",
            "2024-03-01 7 300000000002",
            "2024-03-02 8 300000000004");
  }

  @Test
  void productsAndCustomersFollowTheLatestSale() {
    assertThat(together.texts("curated.products", "product_id", "product_name", "last_sold_at"))
        .containsExactly(
            "BOWL Bowl 2024-02-01T08:00",
            "LAMP New lamp 2024-03-01T00:00",
            "ROPE Rope 2024-02-02T17:45",
            "VASE Vase 2024-03-02T10:00");
    assertThat(together.texts("curated.customers", "customer_id", "country", "orders"))
        .containsExactly("Ann Italy 4", "Ben Spain 1", "Cas Italy 1", "Dan Spain 1");
  }

  @Test
  void aWithdrawnFileLeavesNoSaleAndNoDescriptionAndIsNotTakenInAgain() {
    String[] renamed = {
      BOWL.replace(",Bowl,Ann", ",Big bowl,Zoe"), ROPE, LATE, REJECT, VASE.replace(",Vase,", ",,")
    };
    TestShop shop = new TestShop(directory.resolve("withdrawn"), engine);
    try (shop) {
      shop.file("day1.csv", FIRST).file("day2.csv", renamed).ingest();
      shop.curate();
      assertThat(shop.texts("curated.sales", "transaction_id", "product_name", "customer_id"))
          .contains("3 Big bowl Zoe", "2 Vase Ben");
      assertThat(shop.texts("curated.duplicates", "source_file", "source_line", "reason"))
          .containsExactly(
              "day1.csv 5 equals an earlier line",
              "day2.csv 2 updates an earlier line, and whose it is",
              "day2.csv 6 equals an earlier line");
      assertThatThrownBy(() -> shop.withdraw("day9.csv"))
          .isInstanceOf(UserError.class)
          .hasMessage(
              "Cannot withdraw day9.csv: landing.files has no file of that name that counts");
      shop.withdraw("day2.csv");
      shop.curate();
      assertThat(shop.texts("curated.reconciliation", "source_file")).containsExactly("day1.csv");
      assertThat(shop.texts("curated.sales", "source_file")).containsOnly("day1.csv");
      assertThat(shop.texts("curated.sales", "transaction_id", "product_name", "customer_id"))
          .contains("3 Bowl Ann");
      assertThat(shop.texts("curated.customers", "customer_id")).containsExactly("Ann", "Ben");
      assertThat(shop.ingest().lines()).isZero();
      assertThat(shop.replace("day2.csv").lines()).isEqualTo(5);
      shop.curate();
      assertThat(shop.texts("curated.reconciliation", "source_file"))
          .containsExactly("day1.csv", "day2.csv");
    }
  }

  @Test
  void ofFilesOfOneNameOnlyTheOneThatIsMeantIsReplacedOrWithdrawn() {
    TestShop shop = new TestShop(directory.resolve("same-names"), engine);
    try (shop) {
      shop.file("orders.csv", OLD, LAMP).ingest();
      shop.file("orders.csv", BOWL, ROPE, LATE).ingest();
      assertThatThrownBy(() -> shop.file("orders.csv", APRIL).replace("orders.csv"))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("what it holds does not single out one of the files of that name")
          .hasMessageContaining("file 2 (orders.csv of source till, 3 lines), 0 % the same");
      shop.file("orders.csv", BOWL.replace(",3,", ",4,"), ROPE, LATE);
      assertThat(shop.replace("orders.csv").replaced())
          .containsExactly(new Replacement(2, "orders.csv", 3, 3, "orders.csv", 3));
      shop.file("orders.csv", BOWL, ROPE, LATE);
      assertThat(shop.ingest().files()).isZero();
      assertThatThrownBy(() -> shop.withdraw("orders.csv"))
          .isInstanceOf(UserError.class)
          .hasMessage(
              "Cannot withdraw orders.csv: 2 files of that name count, file 1 (orders.csv of source"
                  + " till, 2 lines), file 3 (orders.csv of source till, 3 lines); --file-number N"
                  + " says which");
      shop.withdraw("orders.csv", 1L);
      shop.curate();
      assertThat(shop.texts("curated.sales", "transaction_id", "quantity"))
          .containsExactly("3 4.000", "4 5.000", "6 2.000");
    }
  }

  @Test
  void aCorrectedDeliveryTakesTheOldOnesPlace() {
    TestShop shop = new TestShop(directory.resolve("corrected"), engine);
    try (shop) {
      shop.file("day1.csv", FIRST).file("day2.csv", SECOND).ingest();
      shop.curate();
      shop.file("day1.csv", OLD, LAMP.replace("10.50", "12.50"), ROPE).replace("day1.csv");
      assertThat(shop.curate().months()).isEqualTo(-1);
      assertThat(
              shop.texts("curated.sales", "transaction_id", "source_file", "source_line", "amount"))
          .containsExactly(
              "0 day1.csv 2 9.0000",
              "1 day1.csv 3 25.0000",
              "3 day2.csv 2 6.0000",
              "4 day2.csv 3 5.0000",
              "6 day2.csv 4 8.0000");
      assertThat(shop.texts("curated.duplicates", "source_file", "source_line", "kept_line_id"))
          .containsExactly("day1.csv 4 200000000003");
      assertThat(shop.texts("curated.reconciliation", "file_number", "source_file", "lines_read"))
          .containsExactly("2 day2.csv 4", "3 day1.csv 3");
      shop.file("day4.csv", APRIL).ingest("day4.csv");
      assertThat(shop.curate().months()).isEqualTo(1);
      assertThat(shop.texts("curated.sales", "transaction_id"))
          .containsExactly("0", "1", "10", "3", "4", "6");
    }
  }
}
