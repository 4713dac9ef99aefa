package tributary.curate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.curate.Curation.Curated;
import tributary.input.InputFunctions;
import tributary.script.Engine;

class KindsAndRejectsIT {
  private static final String TIME = "2024-03-05 10:00";

  @TempDir private static Path directory;
  private static Engine engine;
  private static TestShop shop;
  private static Curated curated;

  @BeforeAll
  static void curate() {
    engine = Engine.local(2).preparing(InputFunctions::register);
    shop = new TestShop(directory, engine);
    shop.file(
        "a-kinds.csv",
        "1,LAMP,Lamp,Ann,2,10.50,,EUR,2024-03-01 09:00,Malta",
        "1,POST,Postage,Ann,1,3.95,,EUR,2024-03-01 09:00,Malta",
        "2,DISC,Discount,Ann,-1,5,,EUR," + TIME + ",Malta",
        "2,VASE,Vase,Ann,3,0,,EUR," + TIME + ",Malta",
        "3,LAMP,Lamp,Ann,-1,10.50,,EUR,2024-03-06 09:00,Malta",
        "C4,LAMP,Lamp,Ann,-1,10.50,,EUR," + TIME + ",Malta",
        "C5,LAMP,Lamp,Ann,2,10.50,,EUR," + TIME + ",Malta",
        "C5,POST,Postage,Ann,-1,3.95,,EUR," + TIME + ",Malta",
        "6,ROPE,Rope,,5.7,1.25,,EUR," + TIME + ",",
        "7,BOWL,Bowl,Ben,3,,10,EUR,2024-03-02 11:30,Spain",
        "7,ROPE,Rope,Ben,2,,-2.50,EUR,2024-03-02 11:30,Spain",
        "7,NAIL,Nail,Ben,200000,,1,EUR,2024-03-02 11:30,Spain",
        "8,LAMP,Lamp,Cas,1,10.50,9.99,EUR," + TIME + ",Italy",
        "9,BOWL,Bowl,Cas,-1,-,,EUR," + TIME + ",Italy",
        "C10,LAMP,Lamp,Dan,1,,10.50,EUR," + TIME + ",Italy",
        "11,BOLT,Bolt,Cas,0.001,0.01,,EUR," + TIME + ",Italy",
        "12,BOLT,Bolt,Cas,1,0.00005,,EUR," + TIME + ",Italy",
        "13,POST,Postage,Eve,1,,-4,EUR," + TIME + ",Italy",
        "14,BOWL,Bowl,Fay,1,2,,," + TIME + ",Italy",
        "16,WIRE,Wire,Gus,12500,0.00004,,eur," + TIME + ",Italy",
        "17,SPICE,Saffron,Gus,0.0004,9000,,€," + TIME + ",Italy",
        "18,SPICE,Saffron,Gus,-0.0004,9000,,Eur," + TIME + ",Italy",
        "19,FUEL,Petrol,Gus,41.237,1.45999,,EUR," + TIME + ",Italy",
        "20,SPICE,Saffron,Gus,0.0004,,3.60,EUR," + TIME + "+02:00,Italy");
    shop.file(
        "b-rejects.csv",
        "R01,LAMP,Lamp,Ann,1,2,,EUR,2024-02-31 09:00,Malta",
        "R02,LAMP,Lamp,Ann,1,2,,EUR,1024-02-28 09:00,Malta",
        "R03,LAMP,Lamp,Ann,1,2,,EUR,2100-01-01 00:00,Malta",
        "R04,LAMP,Lamp,Ann,1,2,,EUR,,Malta",
        "R05,LAMP,Lamp,Ann,two,2,,EUR," + TIME + ",Malta",
        "R06,LAMP,Lamp,Ann,,2,,EUR," + TIME + ",Malta",
        "R07,LAMP,Lamp,Ann,0,2,,EUR," + TIME + ",Malta",
        "R08,LAMP,Lamp,Ann,1,free,,EUR," + TIME + ",Malta",
        "R09,LAMP,Lamp,Ann,1,,,EUR," + TIME + ",Malta",
        "R10,LAMP,Lamp,Ann,1,-2,,EUR," + TIME + ",Malta",
        "R11,LAMP,Lamp,Ann,1,2,NaN,EUR," + TIME + ",Malta",
        "R12,LAMP,Lamp,Ann,999999999999999,99999999999999,,EUR," + TIME + ",Malta",
        "R13,LAMP,Lamp,Ann,1,2,,USD," + TIME + ",Malta",
        ",LAMP,Lamp,Ann,1,2,,EUR," + TIME + ",Malta",
        "R15, ,Lamp,Ann,1,2,,EUR," + TIME + ",Malta",
        "R16,LAMP,Lamp,Ann,1,2,,EUR," + TIME,
        "R17,LAMP,Lamp,Ann,1,2,,EUR," + TIME + ",Malta,too,many",
        "R18,LAMP,\"Lamp,Ann,1,2,,EUR," + TIME + ",Malta",
        "R19,LAMP,Lamp,Ann,1e30,2,,EUR," + TIME + ",Malta",
        "15,BOWL,Bowl,Fay,1,2,,EUR," + TIME + ",Italy",
        "R21,LAMP,Lamp,Ann,1,2,,$," + TIME + ",Malta");
    shop.ingest();
    curated = shop.curate();
  }

  @AfterAll
  static void close() {
    shop.close();
    engine.close();
  }

  @Test
  void givesEachLineItsKindAndItsSign() {
    assertThat(
            shop.texts(
                "curated.sales",
                "transaction_id",
                "product_id",
                "kind",
                "quantity",
                "unit_price",
                "amount"))
        .containsExactlyInAnyOrder(
            "1 LAMP sale 2.000 10.5000 21.0000",
            "1 POST fee 1.000 3.9500 3.9500",
            "2 DISC adjustment -1.000 5.0000 -5.0000",
            "2 VASE adjustment 3.000 0.0000 0.0000",
            "3 LAMP return -1.000 10.5000 -10.5000",
            "C4 LAMP cancellation -1.000 10.5000 -10.5000",
            "C5 LAMP cancellation -2.000 10.5000 -21.0000",
            "C5 POST fee -1.000 3.9500 -3.9500",
            "6 ROPE sale 5.700 1.2500 7.1250",
            "7 BOWL sale 3.000 3.3333 10.0000",
            "7 ROPE return -2.000 1.2500 -2.5000",
            "7 NAIL sale 200000.000 0.0000 1.0000",
            "8 LAMP sale 1.000 10.5000 9.9900",
            "C10 LAMP cancellation -1.000 10.5000 -10.5000",
            "12 BOLT sale 1.000 0.0001 0.0001",
            "13 POST fee 1.000 -4.0000 -4.0000",
            "14 BOWL sale 1.000 2.0000 2.0000",
            "15 BOWL sale 1.000 2.0000 2.0000",
            "16 WIRE sale 12500.000 0.0000 0.5000",
            "17 SPICE sale 0.000 9000.0000 3.6000",
            "18 SPICE return 0.000 9000.0000 -3.6000",
            "19 FUEL sale 41.237 1.4600 60.2056",
            "20 SPICE sale 0.000 9000.0000 3.6000");
  }

  @Test
  void sumsComeOutAsWorkedOutByHand() {
    Map<Object, BigDecimal> sums =
        shop.rows("curated.sales").stream()
            .collect(
                Collectors.toMap(
                    row -> row.get("kind"),
                    row -> (BigDecimal) row.get("amount"),
                    BigDecimal::add));
    assertThat(sums)
        .containsOnly(
            Map.entry("sale", new BigDecimal("121.0207")),
            Map.entry("return", new BigDecimal("-16.6000")),
            Map.entry("cancellation", new BigDecimal("-42.0000")),
            Map.entry("adjustment", new BigDecimal("-5.0000")),
            Map.entry("fee", new BigDecimal("-4.0000")));
    assertThat(curated.kinds())
        .isEqualTo(
            Map.of("sale", 12L, "return", 3L, "cancellation", 3L, "adjustment", 2L, "fee", 3L));
  }

  @Test
  void keepsAnonymousSalesWithoutACustomer() {
    assertThat(shop.rows("curated.sales"))
        .filteredOn(row -> row.get("customer_id") == null)
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("transaction_id", "6"))
        .satisfies(row -> assertThat(row.get("country")).isNull());
    assertThat(shop.rows("curated.sales"))
        .allSatisfy(row -> assertThat(row).containsEntry("currency", "EUR"));
  }

  @Test
  void countsACustomersOrdersBySalesAlone() {
    assertThat(
            shop.texts(
                "curated.customers",
                "customer_id",
                "country",
                "first_purchase_at",
                "last_purchase_at",
                "orders"))
        .containsExactly(
            "Ann Malta 2024-03-01T09:00 2024-03-01T09:00 1",
            "Ben Spain 2024-03-02T11:30 2024-03-02T11:30 1",
            "Cas Italy 2024-03-05T10:00 2024-03-05T10:00 2",
            "Dan Italy null null 0",
            "Eve Italy null null 0",
            "Fay Italy 2024-03-05T10:00 2024-03-05T10:00 2",
            "Gus Italy 2024-03-05T10:00 2024-03-05T10:00 4");
  }

  @Test
  void tellsMerchandiseFromCharges() {
    assertThat(shop.texts("curated.products", "product_id", "product_name", "is_merchandise"))
        .containsExactly(
            "BOLT Bolt true",
            "BOWL Bowl true",
            "DISC Discount false",
            "FUEL Petrol true",
            "LAMP Lamp true",
            "NAIL Nail true",
            "POST Postage false",
            "ROPE Rope true",
            "SPICE Saffron true",
            "VASE Vase false",
            "WIRE Wire true");
    assertThat(shop.rows("curated.products"))
        .filteredOn(row -> row.get("product_id").equals("LAMP"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("first_sold_at", LocalDateTime.of(2024, 3, 1, 9, 0))
                    .containsEntry("last_sold_at", LocalDateTime.of(2024, 3, 6, 9, 0)));
  }

  @Test
  void theLastSaleIsNoReturn() {
    assertThat(curated.lastSale()).contains(LocalDate.of(2024, 3, 5));
  }

  @Test
  void namesTheReasonAndTheRefusedValueOfEveryReject() {
    assertThat(shop.texts("curated.rejects", "source_file", "source_line", "reason", "detail"))
        .containsExactlyInAnyOrder(
            "a-kinds.csv 15 unit_price is not a number -",
            "a-kinds.csv 17 amount rounds to zero 0.001 x 0.01",
            "b-rejects.csv 2 sold_at is not a real time 2024-02-31 09:00",
            "b-rejects.csv 3 sold_at is outside the plausible years 1024-02-28 09:00:00",
            "b-rejects.csv 4 sold_at is outside the plausible years 2100-01-01 00:00:00",
            "b-rejects.csv 5 sold_at is missing null",
            "b-rejects.csv 6 quantity is not a number two",
            "b-rejects.csv 7 quantity is missing null",
            "b-rejects.csv 8 quantity is zero 0",
            "b-rejects.csv 9 unit_price is not a number free",
            "b-rejects.csv 10 unit_price is missing null",
            "b-rejects.csv 11 unit_price is negative -2",
            "b-rejects.csv 12 amount is not a number NaN",
            "b-rejects.csv 13 amount is out of range 999999999999999 x 99999999999999",
            "b-rejects.csv 14 currency is not the lake's USD (the lake's is EUR)",
            "b-rejects.csv 22 currency is not an ISO 4217 code $",
            "b-rejects.csv 15 transaction_id is missing null",
            "b-rejects.csv 16 product_id is missing null",
            "b-rejects.csv 17 line could not be split into columns has 9 columns, expected 10",
            "b-rejects.csv 18 line could not be split into columns has 12 columns, expected 10",
            "b-rejects.csv 19 line could not be split into columns quote never closed",
            "b-rejects.csv 20 quantity is not a number 1000000000000000000000000000000");
    assertThat(curated.rejects()).containsEntry("line could not be split into columns", 3L);
  }

  @Test
  void keepsTheOriginalTextOfARejectedLine() {
    Map<Object, Object> lines =
        shop.rows("curated.rejects").stream()
            .filter(row -> row.get("source_file").equals("b-rejects.csv"))
            .collect(Collectors.toMap(row -> row.get("source_line"), row -> row.get("raw_line")));
    assertThat(lines)
        .containsEntry(2L, "R01,LAMP,Lamp,Ann,1,2,,EUR,2024-02-31 09:00,Malta")
        .containsEntry(16L, "R15, ,Lamp,Ann,1,2,,EUR," + TIME + ",Malta")
        .containsEntry(18L, "R17,LAMP,Lamp,Ann,1,2,,EUR," + TIME + ",Malta,too,many")
        .containsEntry(19L, "R18,LAMP,\"Lamp,Ann,1,2,,EUR," + TIME + ",Malta");
  }

  @Test
  void accountsForEveryLineOfEachFile() {
    assertThat(
            shop.texts(
                "curated.reconciliation",
                "source_file",
                "lines_read",
                "landed",
                "sales",
                "rejects",
                "duplicates",
                "offsets_ignored"))
        .containsExactly("a-kinds.csv 24 24 22 2 0 1", "b-rejects.csv 21 21 1 20 0 0");
    assertThat(curated.linesRead()).isEqualTo(45);
    assertThat(Set.copyOf(shop.texts("landing.transactions", "line_id"))).hasSize(45);
    assertThat(List.copyOf(shop.texts("landing.files", "problem_lines"))).containsExactly("0", "3");
  }
}
