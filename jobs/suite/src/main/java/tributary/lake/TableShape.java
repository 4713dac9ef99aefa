package tributary.lake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** What a contract's table is in Iceberg. */
final class TableShape {
  static final String COMMENT = "comment";
  static final String GRAIN = "tributary.grain";
  static final String KEY = "tributary.key";

  /** How long a run's branch outlives its last commit. */
  static final String BRANCH_AGE = "tributary.branch.max-age-ms";

  static final Duration BRANCH_AGE_DEFAULT = Duration.ofDays(7);
  private static final Duration SNAPSHOT_AGE = Duration.ofDays(7);

  /**
   * The size of row groups, of which a writer keeps one for each month in memory until it is full,
   * and of what one task reads at a time: small enough for a laptop's cores to share half a million
   * lines.
   */
  private static final String CHUNK_BYTES = Integer.toString(16 << 20);

  /** Enough for names and kinds; texts of which no two are equal give up on a dictionary sooner. */
  private static final String DICTIONARY_BYTES = Integer.toString(256 << 10);

  private TableShape() {}

  /** Columns in order, none required: audits report nulls, jobs do not fail on them. */
  static Schema schema(TableContract contract) {
    List<Types.NestedField> fields = new ArrayList<>();
    for (Column column : contract.columns()) {
      fields.add(
          Types.NestedField.optional(
              fields.size() + 1, column.name(), type(column), column.comment()));
    }
    return new Schema(fields);
  }

  static Type type(Column column) {
    return ColumnType.parse(column.type())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Invalid type of column %s: %s, expected %s"
                        .formatted(column.name(), column.type(), ColumnType.EXPECTED)));
  }

  static PartitionSpec partitioning(TableContract contract, Schema schema) {
    PartitionSpec.Builder spec = PartitionSpec.builderFor(schema);
    contract.partitioning().stream()
        .map(text -> Partitioning.parse(text).orElseThrow())
        .forEach(field -> field.addTo(spec));
    return spec.build();
  }

  static SortOrder sort(TableContract contract, Schema schema) {
    SortOrder.Builder order = SortOrder.builderFor(schema);
    contract.sort().stream()
        .map(text -> SortField.parse(text).orElseThrow())
        .forEach(field -> field.addTo(order));
    return order.build();
  }

  /** The lake's defaults, what the contract says in words, and its own properties over both. */
  static Map<String, String> properties(TableContract contract) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put(TableProperties.PARQUET_COMPRESSION, "zstd");
    properties.put(
        TableProperties.WRITE_DISTRIBUTION_MODE, TableProperties.WRITE_DISTRIBUTION_MODE_NONE);
    properties.put(TableProperties.PARQUET_ROW_GROUP_SIZE_BYTES, CHUNK_BYTES);
    properties.put(TableProperties.SPLIT_SIZE, CHUNK_BYTES);
    properties.put(TableProperties.PARQUET_DICT_SIZE_BYTES, DICTIONARY_BYTES);
    properties.put(TableProperties.COMMIT_NUM_RETRIES, "20");
    properties.put(TableProperties.COMMIT_MIN_RETRY_WAIT_MS, "20");
    properties.put(TableProperties.COMMIT_MAX_RETRY_WAIT_MS, "500");
    properties.put(TableProperties.METADATA_DELETE_AFTER_COMMIT_ENABLED, "true");
    properties.put(TableProperties.METADATA_PREVIOUS_VERSIONS_MAX, "20");
    properties.put(TableProperties.MAX_SNAPSHOT_AGE_MS, millis(SNAPSHOT_AGE));
    properties.put(TableProperties.MIN_SNAPSHOTS_TO_KEEP, "5");
    properties.put(BRANCH_AGE, millis(BRANCH_AGE_DEFAULT));
    properties.put(COMMENT, contract.comment());
    properties.put(GRAIN, contract.grain());
    properties.put(KEY, String.join(",", contract.key()));
    properties.putAll(contract.properties());
    return properties;
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }
}
