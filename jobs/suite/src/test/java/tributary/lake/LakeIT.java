package tributary.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private static final String JANUARY = "('a', 1, 2.50, TIMESTAMP '2011-01-03 10:00:00')";
  private static final String FEBRUARY = "('b', 2, 5.00, TIMESTAMP '2011-02-03 10:00:00')";

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
      assertThat(description.current().orElseThrow().operation()).isEqualTo("append");
      assertThat(description.rowCount()).isZero();
      assertThat(description.properties())
          .containsEntry("write.parquet.compression-codec", "zstd")
          .containsEntry("write.distribution-mode", "none");
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
      TableEnvironment tables = batch(lake, on("run_1"));
      insert(tables, "INTO", JANUARY);
      insert(tables, "INTO", FEBRUARY);
      lake.stamp(SALES, "run_1", Map.of("tributary.run-id", "1"));

      assertThat(lake.rowCount(SALES, "main")).isZero();
      assertThat(lake.rowCount(SALES, "run_1")).isEqualTo(2);
      assertThat(lake.rows(SALES, "run_1", List.of("product_id", "amount", "sold_at")))
          .containsExactlyInAnyOrder(
              row("a", "2.5000", LocalDateTime.parse("2011-01-03T10:00")),
              row("b", "5.0000", LocalDateTime.parse("2011-02-03T10:00")));

      lake.publish(SALES, "run_1", state(lake, "run_1"), "published_1", "before_1");
      lake.publish(SALES, "run_1", state(lake, "run_1"), "published_1", "before_1");

      assertThat(lake.rowCount(SALES, "main")).isEqualTo(2);
      assertThat(lake.hasBranch(SALES, "run_1")).isFalse();
      assertThat(lake.snapshotId(SALES, "published_1")).isEqualTo(lake.snapshotId(SALES, "main"));
      assertThat(lake.describe(SALES).current().orElseThrow().summary())
          .containsEntry("tributary.run-id", "1");
    }
  }

  @Test
  void keepsItsTokenOutOfWhatSqlShows() {
    try (Lake lake = writing()) {
      lake.ensureTable(CONTRACT);
      TableEnvironment tables = batch(lake, TableScope.published());

      String shown =
          tables.executeSql("SHOW CREATE TABLE curated.sales").collect().next().toString();

      assertThat(shown).contains("product_id").doesNotContain(lake.token());
      assertThat(tables.explainSql("SELECT * FROM curated.sales")).doesNotContain(lake.token());
    }
  }

  @Test
  void overwritesOnlyThePartitionsOfABranchThatNewRowsTouch() throws Exception {
    try (Lake lake = writing()) {
      lake.ensureTable(CONTRACT);
      TableEnvironment published = batch(lake, TableScope.published());
      insert(published, "INTO", JANUARY);
      insert(published, "INTO", FEBRUARY);
      Set<String> before = lake.dataFiles(SALES, "main");
      lake.createBranch(SALES, "run_2");
      lake.clearPartitions(SALES, "run_2", "sold_at", List.of(LocalDate.of(2011, 2, 1)));

      insert(batch(lake, on("run_2")), "OVERWRITE", "('c', 9, 9, TIMESTAMP '2011-02-09 00:00:00')");

      assertThat(lake.rows(SALES, "run_2", List.of("product_id")))
          .containsExactlyInAnyOrder(Map.of("product_id", "a"), Map.of("product_id", "c"));
      assertThat(lake.dataFiles(SALES, "run_2")).hasSize(2).containsAnyElementsOf(before);
      assertThat(lake.dataFiles(SALES, "main")).isEqualTo(before);
    }
  }

  @Test
  void knowsTheTextThatAllRowsHaveWhereBoundsTellIt() {
    try (Lake lake = writing()) {
      lake.ensureTable(CONTRACT);
      assertThat(onlyProduct(lake)).isEmpty();

      lake.append(SALES, "main", List.of(sale("EUR"), sale("EUR")));
      lake.append(SALES, "main", List.of(sale("EUR")));
      assertThat(onlyProduct(lake)).contains("EUR");

      lake.append(SALES, "main", List.of(sale("GBP")));
      assertThat(onlyProduct(lake)).isEmpty();

      lake.replace(SALES, "main", List.of(sale("EUR"), Map.of("quantity", 1L)));
      assertThat(onlyProduct(lake)).isEmpty();

      lake.replace(SALES, "main", List.of(sale("of sixteen chars, and more")));
      assertThat(onlyProduct(lake)).isEmpty();
    }
  }

  private static Map<String, Object> sale(String product) {
    return Map.of("product_id", product);
  }

  private static Optional<String> onlyProduct(Lake lake) {
    return lake.columnMetrics(SALES, state(lake, "main")).entrySet().stream()
        .filter(column -> column.getKey().equals("product_id"))
        .flatMap(column -> column.getValue().onlyText().stream())
        .findFirst();
  }

  @Test
  void knowsTheLatestTimeByBounds() {
    try (Lake lake = writing()) {
      lake.ensureTable(CONTRACT);
      assertThat(latest(lake)).isEmpty();
      lake.append(SALES, "main", List.of(Map.of("product_id", "never sold")));
      assertThat(latest(lake)).isEmpty();

      LocalDateTime late = LocalDateTime.parse("2011-12-09T12:50:00.123456");
      lake.append(SALES, "main", List.of(soldAt(late), soldAt(late.minusMinutes(1))));
      lake.append(SALES, "main", List.of(soldAt(late.minusYears(1)), sale("EUR")));
      assertThat(latest(lake)).contains(late);

      lake.replace(SALES, "main", List.of(soldAt(late.minusYears(60))));
      assertThat(latest(lake)).contains(late.minusYears(60));
    }
  }

  private static Map<String, Object> soldAt(LocalDateTime time) {
    return Map.of("product_id", "a", "sold_at", time);
  }

  private static Optional<LocalDateTime> latest(Lake lake) {
    return lake.latest(SALES, state(lake, "main"), "sold_at");
  }

  @Test
  void readsTheBranchOrTheSnapshotOfItsScope() throws Exception {
    try (Lake lake = writing()) {
      lake.ensureTable(CONTRACT);
      insert(batch(lake, TableScope.published()), "INTO", JANUARY);
      long pinned = lake.snapshotId(SALES, "main").orElseThrow();
      lake.createBranch(SALES, "run_3");
      insert(batch(lake, on("run_3")), "INTO", FEBRUARY);
      lake.ensureTable(
          Contracts.with(CONTRACT, new Column("note", "string", false, "Added later")));
      lake.publish(SALES, "run_3", state(lake, "run_3"), "published_3", "before_3");
      lake.createBranch(SALES, "run_4");

      assertThat(products(batch(lake, TableScope.published()))).containsExactly("a", "b");
      assertThat(products(batch(lake, new TableScope(Map.of(), Map.of(SALES, pinned)))))
          .containsExactly("a");
      assertThat(products(batch(lake, on("run_4")))).containsExactly("a", "b");
      assertThatThrownBy(() -> products(batch(lake, on("run_5"))))
          .hasStackTraceContaining("Cannot use branch run_5 of curated.sales: there is no such");
    }
    assertThatThrownBy(() -> new TableScope(Map.of(SALES, "run_1"), Map.of(SALES, 1L)))
        .hasMessageContaining("both a branch and a snapshot");
  }

  @Test
  void worksThroughACatalogThatIsNotItsOwn() throws Exception {
    try (Lake server = Lake.serve(LakeSettings.embedded(directory), "127.0.0.1", 0);
        Lake lake = Lake.openOrCreate(external(server), "test")) {
      lake.ensureTable(CONTRACT);
      lake.createBranch(SALES, "run_1");
      insert(batch(lake, on("run_1")), "INTO", JANUARY);
      lake.publish(SALES, "run_1", state(lake, "run_1"), "published_1", "before_1");

      assertThat(lake.endpoint()).isEqualTo(server.endpoint());
      assertThat(server.rowCount(SALES, "main")).isEqualTo(1);
      assertThatThrownBy(() -> Lake.serve(external(server), "127.0.0.1", 0))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("it is served already");
      LakeSettings wrong =
          new LakeSettings(
              directory, Optional.of(server.endpoint()), Map.of("token", "s3cret-guess"));
      assertThatThrownBy(() -> Lake.openForReading(wrong))
          .isInstanceOf(UserError.class)
          .hasMessageStartingWith("Cannot open catalog " + server.endpoint())
          .hasMessageNotContaining("s3cret-guess");
    }
  }

  @Test
  void writesAndReadsEveryType() {
    TableName types = TableName.of("ops.types");
    Map<String, Object> row =
        Map.of(
            "a_string",
            "text",
            "a_long",
            1L << 40,
            "an_int",
            7,
            "a_double",
            0.5,
            "a_boolean",
            true,
            "a_date",
            LocalDate.of(2011, 12, 9),
            "a_timestamp",
            LocalDateTime.parse("2011-12-09T12:50:00.123456"),
            "a_decimal",
            new BigDecimal("12.340"));
    byte[] bytes = {1, 2, 3};
    try (Lake lake = writing()) {
      lake.ensureTable(
          Contracts.plain(
              types,
              column("a_string", "string"),
              column("a_long", "long"),
              column("an_int", "int"),
              column("a_double", "double"),
              column("a_boolean", "boolean"),
              column("a_date", "date"),
              column("a_timestamp", "timestamp"),
              column("a_decimal", "decimal(8,3)"),
              column("some_bytes", "binary"),
              column("a_hash", "fixed(3)")));
      Map<String, Object> whole = new HashMap<>(row);
      whole.put("some_bytes", bytes);
      whole.put("a_hash", bytes);
      lake.replace(types, "main", List.of(Map.of("a_long", 3)));
      lake.replace(types, "main", List.of(whole));
      lake.append(types, "main", List.of());

      Map<String, Object> read = lake.rows(types, "main").get(0);
      assertThat(read).containsAllEntriesOf(row);
      assertThat((byte[]) read.get("some_bytes")).isEqualTo(bytes);
      assertThat((byte[]) read.get("a_hash")).isEqualTo(bytes);
      assertThat(lake.rowCount(types, "main")).isEqualTo(1);
      refuses(lake, types, Map.of("a_decimal", new BigDecimal("1.23456")), "is not a decimal(8,3)");
      refuses(lake, types, Map.of("a_double", Double.NaN), "'NaN' (Double) is not a double");
      refuses(lake, types, Map.of("an_int", "7"), "'7' (String) is not a int");
      refuses(lake, types, Map.of("nothing", 7), "Invalid column of ops.types: nothing");
      assertThatThrownBy(() -> lake.rows(types, "main", List.of("nothing")))
          .hasMessage("Invalid column of ops.types: nothing");
    }
  }

  @Test
  void saysWhyALakeCannotBeOpened() throws Exception {
    assertThatThrownBy(() -> Lake.openForReading(LakeSettings.embedded(directory)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("there is no lake");
    assertThatThrownBy(() -> Lake.openForWriting(LakeSettings.embedded(directory), "test"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("there is no lake");
    Path file = Files.writeString(directory.resolve("file"), "text");
    assertThatThrownBy(() -> Lake.openOrCreate(LakeSettings.embedded(file), "test"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("name a directory that you may write to");
    Files.writeString(directory.resolve("catalog.db"), "not a database, but long enough to be one");
    assertThatThrownBy(() -> Lake.openForReading(LakeSettings.embedded(directory)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("catalog.db cannot be read as its catalog");
  }

  private static void refuses(Lake lake, TableName table, Map<String, Object> row, String why) {
    assertThatThrownBy(() -> lake.append(table, "main", List.of(row)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  private static LakeSettings external(Lake server) {
    return new LakeSettings(
        Path.of("unused"),
        Optional.of(server.endpoint()),
        Map.of("token", server.token(), "io-impl", LocalFileIO.class.getName()));
  }

  private static TableScope on(String branch) {
    return new TableScope(Map.of(SALES, branch), Map.of());
  }

  private static Column column(String name, String type) {
    return new Column(name, type, false, "A value");
  }

  private static List<String> products(TableEnvironment tables) {
    List<String> products = new ArrayList<>();
    tables
        .executeSql("SELECT product_id FROM curated.sales ORDER BY product_id")
        .collect()
        .forEachRemaining(row -> products.add((String) row.getField(0)));
    return products;
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

  private static void insert(TableEnvironment tables, String how, String values) throws Exception {
    tables.executeSql("INSERT " + how + " curated.sales VALUES " + values).await();
  }

  private Lake writing() {
    return Lake.openOrCreate(LakeSettings.embedded(directory), "test");
  }

  /** Of a branch; -1 when there is none. */
  private static long state(Lake lake, String branch) {
    return lake.snapshotId(SALES, branch).orElse(-1);
  }
}
