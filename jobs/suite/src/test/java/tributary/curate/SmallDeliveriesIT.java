package tributary.curate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.curate.Curation.Curated;
import tributary.input.InputFunctions;
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
    deliversEqualLinesThatAreReal();
  }

  private void deliversOnlyRejects() {
    shop.file("a.csv", "1,LAMP,Lamp,Ann,one,10.50,,EUR,2024-01-05 09:00,Malta", "broken");
    shop.ingest("a.csv");
    Curated curated = shop.curate();
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
    shop.file("b.csv", FEE).ingest("b.csv");
    Curated curated = shop.curate();
    assertThat(curated.kinds()).isEqualTo(Map.of("fee", 1L));
    assertThat(curated.lastSale()).isEmpty();
    assertThat(shop.texts("curated.sales", "kind", "amount", "currency"))
        .containsExactly("fee 3.9500 EUR");
    assertThat(shop.texts("curated.customers", "customer_id", "first_purchase_at", "orders"))
        .containsExactly("Ann null 0");
  }

  private void deliversEqualLinesThatAreReal() {
    shop.file("c.csv", LAMP, LAMP, LAMP).file("d.csv", LAMP, LAMP, LAMP, LAMP, FEE);
    shop.ingest("c.csv", "d.csv");
    Curated curated = shop.curate();
    assertThat(curated.kinds()).isEqualTo(Map.of("sale", 4L, "fee", 1L));
    assertThat(curated.duplicates()).isEqualTo(4);
    assertThat(shop.texts("curated.sales", "kind", "source_file", "copy_number"))
        .containsExactly(
            "fee b.csv 1", "sale c.csv 1", "sale c.csv 2", "sale c.csv 3", "sale d.csv 4");
    assertThat(shop.texts("curated.customers", "customer_id", "orders")).containsExactly("Ann 1");
  }
}
