package tributary.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The report page that shows what was published.
 *
 * @param output the file that it goes to; absent: no page is made
 * @param customers at most how many customers can be looked up in it
 */
public record ReportPageSettings(Optional<Path> output, int customers) {
  private static final Path NONE = Path.of("none");
  private static final String FILE_NAME = "report.html";

  /** For commands that make the page besides. */
  public static final Setting<Path> REPORT =
      Setting.of(
          "report",
          "FILE",
          ValueType.path(),
          "where the report page goes, or none for no page (default: report.html in the lake's"
              + " directory)");

  /** For the command that makes nothing else. */
  public static final Setting<Path> OUTPUT =
      Setting.of(
              "report-output",
              "FILE",
              ValueType.path(),
              "where the report page goes (default: report.html in the lake's directory)")
          .flag("--output");

  public static final Setting<Integer> CUSTOMERS =
      Setting.of(
              "report-customers",
              "N",
              ValueType.integer(0, 5000),
              "at most how many customers can be looked up in the report page")
          .defaultsTo(500);

  public ReportPageSettings {
    requireNonNull(output, "output is null");
  }

  /** Of {@code report}. */
  public static List<Setting<?>> settings() {
    return List.of(OUTPUT, CUSTOMERS);
  }

  public static ReportPageSettings read(SettingsReader reader) {
    return of(reader.optional(OUTPUT), reader);
  }

  /** Of commands that make the page besides. */
  static List<Setting<?>> besides() {
    return List.of(REPORT, CUSTOMERS);
  }

  static ReportPageSettings readBesides(SettingsReader reader) {
    Optional<Path> given = reader.optional(REPORT);
    return given.equals(Optional.of(NONE)) ? none() : of(given, reader);
  }

  /** No page. */
  public static ReportPageSettings none() {
    return new ReportPageSettings(Optional.empty(), 0);
  }

  private static ReportPageSettings of(Optional<Path> given, SettingsReader reader) {
    Path file = given.orElseGet(() -> reader.value(LakeSettings.LAKE).resolve(FILE_NAME));
    Integer customers = reader.value(CUSTOMERS);
    return new ReportPageSettings(Optional.of(file), customers == null ? 0 : customers);
  }
}
