package tributary.curate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.curate.Curation.Curated;
import tributary.input.InputFunctions;
import tributary.publish.AuditFailedException;
import tributary.script.Engine;

class SmallDeliveriesIT {
  private static final String FEE = "1,POST,Postage,Ann,1,3.95,,EUR,2024-01-05 09:00,Malta";
  private static final String LAMP = "2,LAMP,Lamp,Ann,1,10.50,,EUR,2024-01-06 09:00,Malta";

  @TempDir private Path directory;
  private Engine engine;
  private TestShop shop;

  @BeforeEach
  void open() {
    engine = Engine.local(2).preparing(InputFunctions::register);
    shop = new TestShop(directory, engine).withRealEqualLines();
  }

  @AfterEach
  void close() {
    shop.close();
    engine.close();
  }

  @Test
  void curatesDeliveriesWithoutSalesAndCountsRealEqualLines() {
    deliversOnlyRejects();
    deliversOnlyAFee();
    deliversEqualLinesThatAreRealNobodyAndADayToCome();
    deliversReceiptNumbersThatStartAgain();
  }

  private void deliversOnlyRejects() {
    shop.file("a.csv", "1,LAMP,Lamp,Ann,one,10.50,,EUR,2024-01-05 09:00,Malta", "broken");
    Curated curated = shop.run(false, "a.csv");
    assertThat(curated.kinds()).isEmpty();
    assertThat(curated.lastSale()).isEmpty();
    assertThat(curated.rejects().values()).containsExactly(1L, 1L);
    assertThat(shop.rows("curated.sales")).isEmpty();
    assertThat(shop.rows("curated.products")).isEmpty();
    assertThat(shop.rows("curated.customers")).isEmpty();
    assertThat(shop.texts("curated.reconciliation", "lines_read", "rejects", "currency"))
        .containsExactly("2 2 null");
  }

  private void deliversOnlyAFee() {
    Curated curated = shop.file("b.csv", FEE).run(false, "b.csv");
    assertThat(curated.kinds()).isEqualTo(Map.of("fee", 1L));
    assertThat(curated.lastSale()).isEmpty();
    assertThat(shop.texts("curated.sales", "kind", "amount", "currency"))
        .containsExactly("fee 3.9500 EUR");
    assertThat(shop.texts("curated.customers", "customer_id", "first_purchase_at", "orders"))
        .containsExactly("Ann null 0");
  }

  private void deliversEqualLinesThatAreRealNobodyAndADayToCome() {
    shop.file("c.csv", LAMP, LAMP, LAMP).file("d.csv", LAMP, LAMP, LAMP, LAMP, FEE);
    String dayToCome = LocalDate.now(ZoneOffset.UTC).plusDays(3).toString();
    shop.file(
        "e.csv",
        LAMP.replace("2,LAMP", "3,LAMP").replace("Ann", "Guest"),
        LAMP.replace("2,LAMP", "4,LAMP").replace("Ann", "0000"),
        LAMP.replace("2,LAMP", "5,LAMP").replace("Ann", "\\N"),
        LAMP.replace("2,LAMP", "6,LAMP").replace("Ann", "00007"),
        LAMP.replace("2,LAMP", "7,LAMP").replace("2024-01-06", dayToCome));
    Curated curated = shop.run(false, "c.csv", "d.csv", "e.csv");
    assertThat(curated.kinds()).isEqualTo(Map.of("sale", 8L, "fee", 1L));
    assertThat(curated.duplicates()).isEqualTo(4);
    assertThat(shop.texts("curated.sales", "kind", "source_file", "copy_number"))
        .containsExactly(
            "fee b.csv 1",
            "sale c.csv 1",
            "sale c.csv 2",
            "sale c.csv 3",
            "sale d.csv 4",
            "sale e.csv 1",
            "sale e.csv 1",
            "sale e.csv 1",
            "sale e.csv 1");
    assertThat(curated.placeholders()).isEqualTo(Map.of("Guest", 1L, "0000", 1L, "\\N", 1L));
    assertThat(curated.lastSale()).contains(LocalDate.of(2024, 1, 6));
    assertThat(shop.texts("curated.sales", "customer_id", "placeholder_customer", "transaction_id"))
        .contains("null 0000 4", "null Guest 3", "null \\N 5", "00007 null 6");
    assertThat(shop.texts("curated.customers", "customer_id", "orders"))
        .containsExactly("00007 1", "Ann 1");
    assertThat(shop.texts("curated.rejects", "source_file", "reason", "detail"))
        .contains("e.csv sold_at is after its file was taken in " + dayToCome + " 09:00:00");
    assertThat(shop.texts("ops.audit_result", "check_name", "passed", "observed"))
        .contains(
            "price_ratio true too few rows: 8, before 1",
            "anonymous_week true too few rows: 8, before 1",
            "quantity_drift true too few rows: 8, before 1");
  }

  private void deliversReceiptNumbersThatStartAgain() {
    List<String> lines = new ArrayList<>();
    for (int receipt = 0; receipt < 120; receipt++) {
      String customer = receipt < 110 ? "99999" : "c" + receipt;
      lines.add(
          "%d,LAMP,Lamp,%s,1,10.50,,EUR,2024-02-%02d 09:00,Malta"
              .formatted(1000 + receipt % 90, customer, 1 + receipt / 30));
    }
    lines.add(LAMP.replace("2,LAMP", "8,LAMP").replace("2024", "1984"));
    shop.file("f.csv", lines.toArray(String[]::new));
    assertThatThrownBy(() -> shop.run(false, "f.csv"))
        .isInstanceOf(AuditFailedException.class)
        .hasMessageContaining("(30 of 96 transactions: 30 have several days, 0 several stores,")
        .hasMessageContaining("build transaction_id in the profile of all that tells receipts");
    assertThat(shop.texts("ops.audit_result", "severity", "check_name", "passed", "observed"))
        .contains(
            "warn customer_share false 0.874 (customer 99999 has 90 of 103 orders)",
            "warn outlying_dates false 14610.000 (1 sale lines are of 1984-01-06 or before, the"
                + " others of 2024-01-06 or later)");
  }
}
