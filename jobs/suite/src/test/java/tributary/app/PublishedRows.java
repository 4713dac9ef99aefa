package tributary.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tributary.lake.Lake;
import tributary.lake.TableName;
import tributary.publish.Contracts;
import tributary.script.SqlLibrary;

/** What runs on the same input make in two lakes, read back through Iceberg. */
final class PublishedRows {
  /** Names of runs and models, and times of processing, which a comparison leaves out. */
  private static final Set<String> PROCESSING =
      Set.of(
          "run_id",
          "model_id",
          "ingest_id",
          "ingested_at",
          "input_snapshot",
          "input_snapshots",
          "input_hash");

  /**
   * Of which a good delivery has none; and the numbers of the published model, which popularity
   * within a category or a segment has none of.
   */
  private static final Set<String> MAY_BE_EMPTY =
      Set.of(
          "curated.rejects",
          "curated.duplicates",
          "curated.customer_attribute",
          "curated.customer_reject",
          "recommendations.exclusion",
          "recommendations.model_factor",
          "recommendations.outcome",
          "segments.override",
          "segments.override_outcome",
          "segments.segment_migration",
          "segments.provisional_agreement");

  private PublishedRows() {}

  /** Both lakes have the same tables with the same rows, of which none is empty for no reason. */
  static void assertSame(Lake one, Lake two) {
    assertThat(two.tables()).isEqualTo(one.tables());
    for (TableName table : published(one)) {
      List<String> rows = rows(one, table);
      assertThat(rows.isEmpty() && !MAY_BE_EMPTY.contains(table.toString()))
          .as("%s is empty", table)
          .isFalse();
      assertThat(rows(two, table)).as("rows of %s", table).isEqualTo(rows);
    }
  }

  static void assertNoKeyIsNullAndNoNumberIsNotANumber(Lake lake) {
    Contracts contracts = Contracts.load(SqlLibrary.bundled());
    for (TableName table : published(lake)) {
      List<String> key = contracts.of(table).key();
      for (Map<String, Object> row : lake.rows(table, "main")) {
        assertThat(key).as("key of %s", table).allMatch(column -> row.get(column) != null);
        assertThat(row.values())
            .as("numbers in %s", table)
            .allMatch(value -> !(value instanceof Double number) || Double.isFinite(number));
      }
    }
  }

  private static List<TableName> published(Lake lake) {
    return lake.tables().stream().filter(table -> !table.namespace().equals("ops")).toList();
  }

  private static List<String> rows(Lake lake, TableName table) {
    return lake.rows(table, "main").stream().map(PublishedRows::text).sorted().toList();
  }

  private static String text(Map<String, Object> row) {
    Map<String, Object> compared = new TreeMap<>(row);
    compared.keySet().removeAll(PROCESSING);
    compared.replaceAll((column, value) -> value instanceof byte[] bytes ? hex(bytes) : value);
    return compared.toString();
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
