package tributary.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.config.LakeSettings;
import tributary.config.UserError;

class LakeIT {
  private static final TableName SALES = TableName.of("curated.sales");
  private static final TableContract CONTRACT = Contracts.sales();

  @TempDir Path directory;

  @Test
  void createsATableFromItsContract() throws Exception {
    try (Lake lake = writing()) {
      lake.ensureTable(CONTRACT);

      assertThat(lake.tables()).containsExactly(SALES);
      assertThat(lake.exists(SALES)).isTrue();
      assertThat(lake.exists(TableName.of("curated.absent"))).isFalse();
      TableDescription description = lake.describe(SALES);
      assertThat(description.grain()).isEqualTo(CONTRACT.grain());
      assertThat(description.comment()).isEqualTo(CONTRACT.comment());
      assertThat(description.columns())
          .containsExactlyElementsOf(
              CONTRACT.columns().stream()
                  .map(column -> new Column(column.name(), column.type(), false, column.comment()))
                  .toList());
      assertThat(description.partitioning()).containsExactly("month(sold_at)");
      assertThat(description.sort()).containsExactly("sold_at", "amount desc");
      assertThat(description.current()).isEmpty();
      assertThat(description.properties())
          .containsEntry("write.parquet.compression-codec", "zstd")
          .containsEntry("write.distribution-mode", "hash");
    }
    try (Stream<Path> files = Files.walk(directory)) {
      assertThat(files.map(Path::toString)).noneMatch(file -> file.endsWith(".crc"));
    }
  }

  @Test
  void writesABranchWithFlinkAndPublishesIt() throws Exception {
    try (Lake lake = writing()) {
      lake.ensureTable(CONTRACT);
      lake.createBranch(SALES, "run_1");
      TableEnvironment tables = batch(lake, new TableScope(Map.of(SALES, "run_1"), Map.of()));
      insert(tables, "('a', 1, 2.50, TIMESTAMP '2011-01-03 10:00:00')");
      insert(tables, "('b', 2, 5.00, TIMESTAMP '2011-02-03 10:00:00')");
      lake.stamp(SALES, "run_1", Map.of("tributary.run-id", "1"));

      assertThat(lake.rowCount(SALES, "main")).isZero();
      assertThat(lake.rowCount(SALES, "run_1")).isEqualTo(2);
      assertThat(lake.rows(SALES, "run_1", List.of("product_id", "amount", "sold_at")))
          .containsExactlyInAnyOrder(
              row("a", "2.5000", LocalDateTime.parse("2011-01-03T10:00")),
              row("b", "5.0000", LocalDateTime.parse("2011-02-03T10:00")));

      lake.publish(SALES, "run_1", "published_1");
      lake.publish(SALES, "run_1", "published_1");

      assertThat(lake.rowCount(SALES, "main")).isEqualTo(2);
      assertThat(lake.hasBranch(SALES, "run_1")).isFalse();
      assertThat(lake.snapshotId(SALES, "published_1")).isEqualTo(lake.snapshotId(SALES, "main"));
      assertThat(lake.describe(SALES).current().orElseThrow().summary())
          .containsEntry("tributary.run-id", "1");
      assertThat(tables.executeSql("SHOW CREATE TABLE curated.sales").collect().next().toString())
          .doesNotContain(lake.token());
    }
  }

  @Test
  void replacesOnlyTheClearedPartitions() {
    try (Lake lake = writing()) {
      lake.ensureTable(CONTRACT);
      lake.append(SALES, "main", List.of(sale("a", 1), sale("b", 2)));
      lake.createBranch(SALES, "run_2");
      Set<String> before = lake.dataFiles(SALES, "main");

      lake.clearPartitions(
          SALES, "run_2", "sold_at", Arrays.asList(LocalDate.of(2011, 2, 1), null));

      assertThat(lake.rows(SALES, "run_2", List.of("product_id")))
          .containsExactly(Map.of("product_id", "a"));
      assertThat(before).containsAll(lake.dataFiles(SALES, "run_2"));
      assertThat(lake.rowCount(SALES, "main")).isEqualTo(2);
    }
  }

  private static Map<String, Object> sale(String product, int month) {
    return Map.of(
        "product_id",
        product,
        "quantity",
        (long) month,
        "amount",
        new BigDecimal("1.5"),
        "sold_at",
        LocalDateTime.of(2011, month, 5, 10, 0));
  }

  private static Map<String, Object> row(String product, String amount, LocalDateTime soldAt) {
    return Map.of("product_id", product, "amount", new BigDecimal(amount), "sold_at", soldAt);
  }

  @SuppressWarnings("deprecation") // its successor takes factories, not catalogs
  private static TableEnvironment batch(Lake lake, TableScope scope) {
    TableEnvironment tables = TableEnvironment.create(EnvironmentSettings.inBatchMode());
    tables.getConfig().set("parallelism.default", "1");
    tables.registerCatalog("lake", lake.flinkCatalog("lake", scope));
    tables.useCatalog("lake");
    return tables;
  }

  private static void insert(TableEnvironment tables, String values) throws Exception {
    tables.executeSql("INSERT INTO curated.sales VALUES " + values).await();
  }

  private Lake writing() {
    return Lake.openForWriting(LakeSettings.embedded(directory), "test");
  }

  @Test
  void saysThatThereIsNoLake() {
    assertThatThrownBy(() -> Lake.openForReading(LakeSettings.embedded(directory)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("there is no lake");
  }
}
