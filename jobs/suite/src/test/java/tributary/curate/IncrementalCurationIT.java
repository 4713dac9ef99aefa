package tributary.curate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tributary.config.UserError;
import tributary.curate.Curation.Curated;
import tributary.curate.Landing.Landed;
import tributary.input.InputFunctions;
import tributary.script.Engine;

/** Three days' files with late, repeated and overlapping lines, in one lake day by day. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IncrementalCurationIT {
  private static final int LAST = Integer.MAX_VALUE;
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
  static void curateDayByDayAndTogether() throws IOException {
    engine = Engine.local(2).preparing(InputFunctions::register);
    daily = TestShop.withoutChecks(directory.resolve("daily"), engine);
    for (String[] lines : List.of(FIRST, SECOND, THIRD)) {
      String name = "day%d.csv".formatted(days.size() + 1);
      days.add(daily.file(name, lines).run(false, name));
      december.add(daily.salesFiles("2023-12"));
    }
    together = new TestShop(directory.resolve("together"), engine);
    together.file("day1.csv", FIRST).file("day2.csv", SECOND).file("day3.csv", THIRD).run(false);
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
    assertThat(daily.ingest()).isEqualTo(new Landed(0, 0, 0, Map.of(), List.of()));
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

  /** What becomes of deliveries later: one after the other in the same lake. */
  @Test
  @Order(LAST)
  void deliveriesAreReplacedAndWithdrawn() {
    aReplacementUpdatesLinesOfOtherFiles();
    aWithdrawnFileLeavesNoTraceAndACorrectedOneTakesTheOldOnesPlace();
    aNewFileIsTakenInWhereAWithdrawnOneIsNot();
    ofFilesOfOneNameOnlyTheOneThatIsMeantIsReplacedOrWithdrawn();
    aWithdrawnFileComesBackWhenItIsToReplaceItself();
  }

  private static void aReplacementUpdatesLinesOfOtherFiles() {
    String[] renamed = {
      BOWL.replace(",Bowl,Ann", ",Big bowl,Zoe"), ROPE, LATE, REJECT, VASE.replace(",Vase,", ",,")
    };
    together.file("day3.csv", renamed).run(true, "day3.csv");
    assertThat(together.texts("curated.sales", "transaction_id", "product_name", "customer_id"))
        .contains("3 Big bowl Zoe", "2 Vase Ben");
    assertThat(together.texts("curated.duplicates", "source_file", "source_line", "reason"))
        .containsExactly(
            "day1.csv 5 equals an earlier line",
            "day2.csv 2 equals an earlier line",
            "day3.csv 2 updates an earlier line, and whose it is",
            "day3.csv 3 equals an earlier line",
            "day3.csv 4 equals an earlier line",
            "day3.csv 5 equals an earlier line",
            "day3.csv 6 equals an earlier line");
  }

  private static void aWithdrawnFileLeavesNoTraceAndACorrectedOneTakesTheOldOnesPlace() {
    assertThatThrownBy(() -> together.withdraw("day9.csv"))
        .isInstanceOf(UserError.class)
        .hasMessage("Cannot withdraw day9.csv: landing.files has no file of that name that counts");
    together.withdraw("day3.csv");
    together.file("day1.csv", OLD, LAMP.replace("10.50", "12.50"), ROPE).replace("day1.csv");
    assertThat(together.curate().months()).isEqualTo(-1);
    assertThat(
            together.texts(
                "curated.sales", "transaction_id", "source_file", "source_line", "amount"))
        .containsExactly(
            "0 day1.csv 2 9.0000",
            "1 day1.csv 3 25.0000",
            "3 day2.csv 2 6.0000",
            "4 day2.csv 3 5.0000",
            "6 day2.csv 4 8.0000");
    assertThat(together.texts("curated.sales", "transaction_id", "product_name", "customer_id"))
        .contains("3 Bowl Ann");
    assertThat(together.texts("curated.customers", "customer_id"))
        .containsExactly("Ann", "Cas", "Dan");
    assertThat(together.texts("curated.duplicates", "source_file", "source_line", "kept_line_id"))
        .containsExactly("day1.csv 4 200000000003");
    assertThat(together.texts("curated.reconciliation", "file_number", "source_file", "lines_read"))
        .containsExactly("2 day2.csv 4", "5 day1.csv 3");
  }

  private static void aNewFileIsTakenInWhereAWithdrawnOneIsNot() {
    Landed landed = together.file("day4.csv", APRIL).ingest();
    assertThat(landed.files()).isEqualTo(1);
    assertThat(landed.lines()).isEqualTo(1);
    assertThat(together.curate().months()).isEqualTo(1);
    assertThat(together.texts("curated.sales", "transaction_id"))
        .containsExactly("0", "1", "10", "3", "4", "6");
  }

  private static void ofFilesOfOneNameOnlyTheOneThatIsMeantIsReplacedOrWithdrawn() {
    String bowl = "2" + BOWL;
    String rope = "2" + ROPE;
    String late = "2" + LATE;
    together.file("orders.csv", "2" + OLD, "2" + LAMP).ingest("orders.csv");
    together.file("orders.csv", bowl, rope, late).ingest("orders.csv");
    assertThatThrownBy(() -> together.file("orders.csv", "2" + APRIL).replace("orders.csv"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("what it holds does not single out one of the files of that name")
        .hasMessageContaining("file 8 (orders.csv of source till, 3 lines), 0 % the same");
    together.file("orders.csv", bowl.replace(",3,", ",4,"), rope, late);
    assertThat(together.replace("orders.csv").replaced())
        .containsExactly(new Replacement(8, "orders.csv", 3, 9, "orders.csv", 3));
    together.file("orders.csv", bowl, rope, late);
    assertThat(together.ingest("orders.csv").files()).isZero();
    assertThatThrownBy(() -> together.withdraw("orders.csv"))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Cannot withdraw orders.csv: 2 files of that name count, file 7 (orders.csv of source"
                + " till, 2 lines), file 9 (orders.csv of source till, 3 lines); --file-number N"
                + " says which");
    together.withdraw("orders.csv", 7L);
  }

  private static void aWithdrawnFileComesBackWhenItIsToReplaceItself() {
    assertThat(together.replace("day3.csv").lines()).isEqualTo(5);
    together.curate();
    assertThat(together.texts("curated.reconciliation", "source_file"))
        .containsExactly("day1.csv", "day2.csv", "day3.csv", "day4.csv", "orders.csv");
    assertThat(together.texts("curated.sales", "source_file", "transaction_id", "quantity"))
        .filteredOn(text -> text.startsWith("orders.csv"))
        .containsExactly("orders.csv 23 4.000", "orders.csv 24 5.000", "orders.csv 26 2.000");
  }
}
