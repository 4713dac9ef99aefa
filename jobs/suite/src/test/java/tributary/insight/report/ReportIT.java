package tributary.insight.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.config.LakeSettings;
import tributary.config.UserError;
import tributary.lake.Lake;
import tributary.lake.TableName;
import tributary.publish.Contracts;
import tributary.script.SqlLibrary;

/** Reports of lakes that lack most of what a report shows. */
class ReportIT {
  private static final LocalDate MONTH = LocalDate.of(2011, 12, 1);

  @TempDir Path directory;
  private Lake lake;

  @BeforeEach
  void openALake() {
    lake = Lake.openOrCreate(LakeSettings.embedded(directory.resolve("lake")), "test");
  }

  @AfterEach
  void close() {
    lake.close();
  }

  @Test
  void refusesALakeThatHasPublishedNothing() {
    Path file = directory.resolve("report.html");

    assertThatThrownBy(() -> Report.write(lake, 10, file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("the lake has published nothing yet")
        .hasMessageContaining("tributary run");
    assertThat(file).doesNotExist();
  }

  @Test
  void showsNothingOfEmptyTablesAndFailsAtNone() throws IOException {
    makeTables();

    JsonNode data = report(10);

    assertThat(data.at("/headline/summaries/rows")).isEmpty();
    assertThat(data.at("/segments/profiles/rows")).isEmpty();
    assertThat(data.at("/lookUp/list/rows")).isEmpty();
    assertThat(data.at("/making/runs/0/run_id").asText()).isEqualTo("run_1");
  }

  @Test
  void showsCustomersWithoutSegmentsOrRecommendations() throws IOException {
    makeTables();
    for (String customer : List.of("Ann", "Ben", "</script>")) {
      lake.append(TableName.of("marts.customer_summary"), "main", List.of(summary(customer)));
      lake.append(TableName.of("marts.customer_monthly"), "main", List.of(month(customer)));
    }
    lake.append(
        TableName.of("marts.revenue_monthly"),
        "main",
        List.of(row("sale_month", MONTH, "is_complete", false, "orders", 3L, "customers", 3L)));

    JsonNode lookUp = report(2).get("lookUp");

    assertThat(lookUp.get("customers").asInt()).isEqualTo(3);
    assertThat(lookUp.at("/list/rows")).hasSize(2);
    assertThat(lookUp.get("months").get(0).asText()).isEqualTo("2011-12-01");
    JsonNode columns = lookUp.at("/list/columns");
    JsonNode first = lookUp.at("/list/rows/0");
    for (int place = 0; place < columns.size(); place++) {
      if (columns.get(place).asText().equals("history")) {
        assertThat(first.get(place).toString()).isEqualTo("[[0,8.5]]");
      }
    }
  }

  private void makeTables() {
    Contracts.load(SqlLibrary.bundled()).all().forEach(lake::ensureTable);
    lake.append(
        TableName.of("ops.run"),
        "main",
        List.of(
            Map.of(
                "run_id", "run_1",
                "command", "run",
                "status", "published",
                "started_at", LocalDateTime.of(2011, 12, 10, 6, 30),
                "code_version", "test",
                "settings", "{\"k\":\"4\"}",
                "settings_hash", "0")));
  }

  /** The data of the page that was written. */
  private JsonNode report(int customers) throws IOException {
    Path file = directory.resolve("report.html");
    long size = Report.write(lake, customers, file);
    assertThat(size).isEqualTo(Files.size(file)).isLessThan(5_000_000);
    String page = Files.readString(file);
    String mark = "id=\"report-data\">";
    int start = page.indexOf(mark) + mark.length();
    return new ObjectMapper().readTree(page.substring(start, page.indexOf("</script>", start)));
  }

  private static Map<String, Object> summary(String customer) {
    Map<String, Object> row =
        row("customer_id", customer, "as_of", MONTH, "orders", 1L, "shopping_days", 1L);
    for (String amount : List.of("gross_spend", "net_spend", "average_spend", "spend_per_item")) {
      row.put(amount, new BigDecimal("8.5000"));
    }
    row.put("average_order_value", new BigDecimal("8.5000"));
    row.put("total_quantity", new BigDecimal("1.000"));
    row.put("distinct_products", 1L);
    row.put("return_rate", 0.0);
    row.put("first_purchase_date", MONTH);
    row.put("last_purchase_date", MONTH);
    row.put("recency_days", 1);
    row.put("favourite_product_id", "A");
    row.put("favourite_product_orders", 1L);
    row.put("favourite_products", "A");
    row.put("habit", "Bought once.");
    return row;
  }

  private static Map<String, Object> month(String customer) {
    return row("customer_id", customer, "sale_month", MONTH, "orders", 1L);
  }

  /** A row with the amounts that monthly tables have. */
  private static Map<String, Object> row(Object... pairs) {
    Map<String, Object> row = new HashMap<>();
    for (int place = 0; place < pairs.length; place += 2) {
      row.put((String) pairs[place], pairs[place + 1]);
    }
    row.put("currency", "EUR");
    if (row.containsKey("sale_month")) {
      row.put("gross_revenue", new BigDecimal("8.5000"));
      row.put("net_revenue", new BigDecimal("8.5000"));
      row.put("units_sold", new BigDecimal("1.000"));
    }
    return row;
  }
}
