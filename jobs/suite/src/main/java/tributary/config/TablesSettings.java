package tributary.config;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What {@code tables} shows.
 *
 * @param table the table to show in full; absent: a line for each
 * @param isLineage whether it shows what tables are made of instead
 * @param format how it shows that
 */
public record TablesSettings(Optional<String> table, boolean isLineage, Format format) {
  /** How lineage is printed. */
  public enum Format {
    TEXT,
    MERMAID,
    JSON
  }

  public static final Setting<String> TABLE =
      Setting.of("table", "TABLE", ValueType.text(), "the table to describe, such as curated.sales")
          .argument();
  public static final Setting<Boolean> LINEAGE =
      Setting.of(
              "lineage",
              "",
              ValueType.truth(),
              "show what tables are made of, as the SQL files say; of one table every view between")
          .defaultsTo(false);
  public static final Setting<Format> FORMAT =
      Setting.of(
              "lineage-format",
              "FORMAT",
              ValueType.choice(Format.class),
              "how --lineage is printed: text, mermaid (a diagram for Markdown) or json (a line for"
                  + " each table and view)")
          .flag("--format")
          .defaultsTo("text");

  public TablesSettings {
    requireNonNull(table, "table is null");
    requireNonNull(format, "format is null");
  }

  public static List<Setting<?>> settings() {
    return List.of(TABLE, LINEAGE, FORMAT);
  }

  public static TablesSettings read(SettingsReader reader) {
    boolean isLineage = reader.value(LINEAGE);
    if (!isLineage && reader.optional(FORMAT).isPresent()) {
      reader.problem("Unexpected --format: it is for --lineage");
    }
    return new TablesSettings(reader.optional(TABLE), isLineage, reader.value(FORMAT));
  }
}
