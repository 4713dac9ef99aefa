package tributary.config;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What {@code tables} shows.
 *
 * @param table the table to show in full; absent: a line for each
 */
public record TablesSettings(Optional<String> table) {
  public static final Setting<String> TABLE =
      Setting.of("table", "TABLE", ValueType.text(), "the table to describe, such as curated.sales")
          .argument();

  public TablesSettings {
    requireNonNull(table, "table is null");
  }

  public static List<Setting<?>> settings() {
    return List.of(TABLE);
  }

  public static TablesSettings read(SettingsReader reader) {
    return new TablesSettings(reader.optional(TABLE));
  }
}
