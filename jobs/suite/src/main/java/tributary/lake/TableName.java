package tributary.lake;

import static java.util.Objects.requireNonNull;

import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;

/**
 * A table's full name, as in {@code curated.sales}.
 *
 * @param namespace the folder-like first part
 * @param name the table within it
 */
public record TableName(String namespace, String name) implements Comparable<TableName> {
  public TableName {
    requireNonNull(namespace, "namespace is null");
    requireNonNull(name, "name is null");
    if (namespace.isBlank() || name.isBlank()) {
      throw new IllegalArgumentException("Invalid table name: " + namespace + "." + name);
    }
  }

  /**
   * Reads {@code namespace.table}.
   *
   * @throws IllegalArgumentException when there are not exactly two parts
   */
  public static TableName of(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException(
          "Invalid table name: '" + text + "', expected namespace.table");
    }
    return new TableName(parts[0], parts[1]);
  }

  static TableName from(TableIdentifier identifier) {
    return new TableName(identifier.namespace().toString(), identifier.name());
  }

  TableIdentifier identifier() {
    return TableIdentifier.of(Namespace.of(namespace), name);
  }

  @Override
  public int compareTo(TableName other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return namespace + "." + name;
  }
}
