package tributary.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.catalog.Catalog;
import org.apache.flink.types.Row;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.flink.CatalogLoader;
import org.apache.iceberg.flink.FlinkCatalog;
import org.apache.iceberg.io.CloseableIterable;
import tributary.config.SegmentSettings;
import tributary.script.Engine;
import tributary.script.Script;
import tributary.script.SqlLibrary;
import tributary.script.SqlSession;

/** An Iceberg lake in a directory, whose tables come from their contracts. */
final class TestLake implements AutoCloseable {
  private static final List<String> CURATED = List.of("curated.sales", "curated.customers");

  final SqlLibrary library = SqlLibrary.bundled();
  private final Path directory;
  private final Engine engine;
  private final Catalog catalog;
  private final org.apache.iceberg.catalog.Catalog tables;

  TestLake(Path directory, int parallelism) {
    this.directory = directory;
    this.engine = Engine.local(parallelism);
    CatalogLoader loader =
        CatalogLoader.hadoop(
            "lake",
            new org.apache.hadoop.conf.Configuration(),
            Map.of("warehouse", directory.resolve("lake").toUri().toString()));
    this.tables = loader.loadCatalog();
    this.catalog =
        new FlinkCatalog(
            "lake",
            "default",
            org.apache.iceberg.catalog.Namespace.empty(),
            loader,
            Map.of(),
            false,
            -1);
    createTables();
  }

  private void createTables() {
    SqlSession session = batch();
    session.define(Script.parse("databases", "CREATE DATABASE curated; CREATE DATABASE segments"));
    CURATED.forEach(table -> create(session, table));
    Segmentation.TABLES.forEach(table -> create(session, table));
  }

  private void create(SqlSession session, String table) {
    List<String> columns = new ArrayList<>();
    for (JsonNode column : contract(table).get("columns")) {
      columns.add(
          "`%s` %s%s"
              .formatted(
                  column.get("name").asText(),
                  type(column.get("type").asText()),
                  column.path("required").asBoolean() ? " NOT NULL" : ""));
    }
    session.define(
        Script.parse(table, "CREATE TABLE " + table + " (" + String.join(", ", columns) + ")"));
  }

  private static String type(String type) {
    return switch (type) {
      case "long" -> "BIGINT";
      case "timestamp" -> "TIMESTAMP(6)";
      default ->
          type.startsWith("fixed(")
              ? type.replace("fixed", "BINARY")
              : type.toUpperCase(Locale.ROOT);
    };
  }

  JsonNode contract(String table) {
    try {
      return new YAMLMapper().readTree(library.text(table.replace('.', '/') + ".yml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SqlSession batch() {
    return engine.batch(catalog);
  }

  SqlSession streaming() {
    return engine.streaming(catalog);
  }

  Path directory() {
    return directory;
  }

  /** Adds to curated.sales, and the customers to curated.customers. */
  void add(Sales sales) {
    SqlSession session = batch();
    Table rows = session.tables().fromValues(Sales.TYPE, sales.rows());
    session.tables().createTemporaryView("sold", rows);
    session.run(
        "Add sales",
        Script.parse(
            "sales",
            """
            INSERT INTO curated.sales
            SELECT transaction_id, product_id, product_id, customer_id, kind, quantity,
              CAST(1 AS DECIMAL(18, 4)), amount, 'EUR', sold_at, CAST(sold_at AS DATE),
              'Nowhere', category, CAST(NULL AS STRING), 'file.csv', line_id, 'test',
              CAST(NULL AS STRING), line_id, X'00000000000000000000000000000000', 1
            FROM sold
            """));
  }

  /** Makes the segments of a window, as a run does: clears the window first. */
  SegmentationOutcome segment(SegmentSettings settings, LocalDate windowEnd, String runId) {
    for (String table : Segmentation.TABLES) {
      clear(table, Segmentation.partition(table, settings, windowEnd));
    }
    return Segmentation.compute(
        batch(),
        streaming(),
        library,
        runId,
        settings,
        windowEnd,
        directory.resolve("work").toUri().toString());
  }

  private void clear(String table, Map<String, Object> partition) {
    Expression filter = Expressions.alwaysTrue();
    for (Map.Entry<String, Object> column : partition.entrySet()) {
      Object literal =
          column.getValue() instanceof LocalDate date
              ? (Object) (int) date.toEpochDay()
              : column.getValue();
      filter = Expressions.and(filter, Expressions.equal(column.getKey(), literal));
    }
    org.apache.iceberg.Table loaded = load(table);
    if (loaded.currentSnapshot() != null) {
      loaded.newDelete().deleteFromRowFilter(filter).commit();
    }
  }

  /** A table's rows by Iceberg's own reader, as column to value, sorted by their text. */
  List<Map<String, Object>> rows(String table) {
    List<Map<String, Object>> rows = new ArrayList<>();
    try (CloseableIterable<Record> records = IcebergGenerics.read(load(table)).build()) {
      for (Record each : records) {
        Map<String, Object> row = new TreeMap<>();
        each.struct().fields().forEach(field -> row.put(field.name(), each.getField(field.name())));
        rows.add(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    rows.sort(java.util.Comparator.comparing(Map::toString));
    return rows;
  }

  /** The contracts' invariants that some row breaks, with the first such row. */
  List<String> brokenInvariants() {
    List<String> broken = new ArrayList<>();
    SqlSession session = batch();
    for (String table : Segmentation.TABLES) {
      for (JsonNode invariant : contract(table).get("checks").get("invariants")) {
        String name = table + ": " + invariant.get("name").asText();
        List<Row> rows = session.query(name, Script.parse(name, invariant.get("sql").asText()));
        if (!rows.isEmpty()) {
          broken.add(name + " " + rows.get(0));
        }
      }
    }
    return broken;
  }

  private org.apache.iceberg.Table load(String table) {
    return tables.loadTable(TableIdentifier.parse(table));
  }

  @Override
  public void close() {
    engine.close();
  }
}
