package tributary.lake;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a table promises: the contract creates and evolves the table, feeds its audits and makes the
 * data dictionary.
 *
 * @param table the table's name
 * @param grain "one row per ..."
 * @param comment what the table is for, for people
 * @param columns in the table's order
 * @param key the columns that identify a row; empty when rows have no identity
 * @param partitioning {@code year(x)}, {@code month(x)}, {@code day(x)}, or {@code x} for its
 *     values
 * @param sort columns in order, each {@code x}, {@code x asc} or {@code x desc}
 * @param checks what audits check beyond required columns and the key
 * @param properties table properties that override the lake's defaults
 */
public record TableContract(
    TableName table,
    String grain,
    String comment,
    List<Column> columns,
    List<String> key,
    List<String> partitioning,
    List<String> sort,
    Checks checks,
    Map<String, String> properties) {
  public TableContract {
    requireNonNull(table, "table is null");
    requireNonNull(grain, "grain is null");
    requireNonNull(comment, "comment is null");
    columns = List.copyOf(columns);
    key = List.copyOf(key);
    partitioning = List.copyOf(partitioning);
    sort = List.copyOf(sort);
    requireNonNull(checks, "checks is null");
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
  }

  /**
   * Reads a contract from YAML.
   *
   * @param fileName names the file in errors; its last two parts, {@code namespace/table.yml}, name
   *     the table unless the contract has a {@code table} field
   * @param yaml the contract's text
   * @throws tributary.config.UserError naming the file and every problem with its field
   */
  public static TableContract parse(String fileName, String yaml) {
    return new ContractReader(fileName).read(yaml);
  }

  /** The columns' names, in the table's order. */
  public List<String> columnNames() {
    return columns.stream().map(Column::name).toList();
  }
}
