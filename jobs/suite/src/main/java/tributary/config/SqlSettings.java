package tributary.config;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What {@code sql} runs.
 *
 * @param statements texts of one or more statements each
 * @param file a file of statements, or {@code -} for the standard input; absent when statements are
 *     given
 * @param format how rows are printed
 * @param mayWrite whether statements may change the lake
 */
public record SqlSettings(
    List<String> statements, Optional<String> file, Format format, boolean mayWrite) {
  /** How rows are printed. */
  public enum Format {
    TABLE,
    CSV,
    JSON
  }

  public static final Setting<List<String>> EXECUTE =
      Setting.of(
              "execute",
              "SQL",
              ValueType.texts(),
              "the statements to run, separated by semicolons; may be repeated")
          .flag("-e");
  public static final Setting<String> FILE =
      Setting.of(
              "sql-file", "FILE", ValueType.text(), "a file of statements; - is the standard input")
          .argument();
  public static final Setting<Format> FORMAT =
      Setting.of(
              "sql-format",
              "FORMAT",
              ValueType.choice(Format.class),
              "how rows are printed: table, csv or json")
          .flag("--format")
          .defaultsTo("table");
  public static final Setting<Boolean> WRITE =
      Setting.of("write", "", ValueType.truth(), "allow statements that change the lake")
          .defaultsTo(false);

  public SqlSettings {
    statements = List.copyOf(statements);
    requireNonNull(file, "file is null");
    requireNonNull(format, "format is null");
  }

  public static List<Setting<?>> settings() {
    return List.of(FILE, EXECUTE, FORMAT, WRITE);
  }

  public static SqlSettings read(SettingsReader reader) {
    List<String> statements = reader.optional(EXECUTE).orElseGet(List::of);
    Optional<String> file = reader.optional(FILE);
    if (statements.isEmpty() && file.isEmpty()) {
      reader.problem("Missing statements: give them with -e SQL, or a FILE of them");
    }
    if (!statements.isEmpty() && file.isPresent()) {
      reader.problem(
          "Invalid FILE: '%s' is given together with -e; expected one of both"
              .formatted(file.get()));
    }
    return new SqlSettings(statements, file, reader.value(FORMAT), reader.value(WRITE));
  }
}
