package tributary.generate;

import java.util.function.Function;

/**
 * A column of a file.
 *
 * @param isOptional whether it may be null, which is empty in CSV
 * @param reader takes the value, of the type's Java class, from a row
 */
record Column<T>(String name, ColumnType type, boolean isOptional, Function<T, Object> reader) {
  static <T> Column<T> required(String name, ColumnType type, Function<T, Object> reader) {
    return new Column<>(name, type, false, reader);
  }

  static <T> Column<T> optional(String name, ColumnType type, Function<T, Object> reader) {
    return new Column<>(name, type, true, reader);
  }
}
