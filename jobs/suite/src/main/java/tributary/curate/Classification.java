package tributary.curate;

import java.time.LocalDate;
import java.util.Map;
import tributary.script.BoundLibrary;
import tributary.script.Script.Fragment;
import tributary.script.SqlLibrary;
import tributary.script.SqlSession;

/** What the views need that type and judge lines. */
public final class Classification {
  private Classification() {}

  /** The library with the values that are the same for all lines: what times and words can be. */
  public static BoundLibrary bind(SqlLibrary library) {
    return library.bind(
        Map.of(
            "earliest", LocalDate.of(1970, 1, 1).atStartOfDay(),
            "latest", LocalDate.of(2100, 1, 1).atStartOfDay(),
            "placeholder_customers",
                new Fragment(library.script("curated/placeholder_customers.sql").only().text())));
  }

  /**
   * The library with the currency of a lake that has none yet: that of most lines of the first file
   * that has one.
   *
   * @param lines has chosen which are the fresh lines
   */
  public static BoundLibrary withMajorityCurrency(SqlSession session, BoundLibrary lines) {
    String currency =
        session.query("currency", lines.script("curated/majority_currency")).get(0).getFieldAs(0);
    return withCurrency(lines, currency);
  }

  static BoundLibrary withCurrency(BoundLibrary lines, String currency) {
    return lines.with(Map.of("currency", currency));
  }
}
