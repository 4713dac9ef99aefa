package tributary.curate;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.apache.flink.types.Row;
import tributary.script.Script.Identifier;
import tributary.script.SqlLibrary;
import tributary.script.SqlSession;

/** Defines the views that type and judge lines. */
public final class Classification {
  private static final LocalDateTime EARLIEST = LocalDate.of(1970, 1, 1).atStartOfDay();
  private static final LocalDateTime LATEST = LocalDate.of(2100, 1, 1).atStartOfDay();

  private Classification() {}

  /** What {@code delivered_customers} say of customers. */
  public static void defineCustomers(SqlSession session, SqlLibrary library) {
    markPlaceholders(session, library, "delivered_customers", "named_customers", false);
    session.define(library.script("curated/customer_lines.sql"));
    session.define(library.script("curated/customer_words.sql"));
    session.define(library.script("curated/judged_customers.sql"));
  }

  /** What else they say, and what of all of it cannot be; behind {@link #defineCustomers}. */
  public static void defineCustomerAttributes(SqlSession session, SqlLibrary library) {
    session.define(library.script("curated/attribute_limits.sql"));
    session.define(library.script("curated/judged_attributes.sql"));
    session.define(library.script("curated/customer_refusals.sql"));
  }

  /**
   * Of {@code fresh_lines}, for a lake without a currency: that of most lines of the first file
   * that has one becomes it.
   */
  public static void defineWithMajorityCurrency(SqlSession session, SqlLibrary library) {
    defineCodedLines(session, library);
    Row found = session.query("currency", library.script("curated/majority_currency.sql")).get(0);
    defineLines(session, library, found.getFieldAs(0));
  }

  /** Of {@code fresh_lines}, for a lake whose currency is known. */
  static void defineWithCurrency(SqlSession session, SqlLibrary library, String currency) {
    defineCodedLines(session, library);
    defineLines(session, library, currency);
  }

  private static void defineCodedLines(SqlSession session, SqlLibrary library) {
    markPlaceholders(session, library, "fresh_lines", "named_lines", true);
    session.define(library.script("curated/currency_signs.sql"));
  }

  private static void defineLines(SqlSession session, SqlLibrary library, String currency) {
    session.define(
        library
            .script("curated/classified_lines.sql")
            .bind(Map.of("earliest", EARLIEST, "latest", LATEST, "currency", currency)));
  }

  /** Says of each line of a view which placeholder it has for a customer, if any. */
  private static void markPlaceholders(
      SqlSession session, SqlLibrary library, String lines, String markedLines, boolean zerosToo) {
    session.define(
        library
            .script("curated/placeholder_customers.sql")
            .bind(
                Map.of(
                    "lines", new Identifier(lines),
                    "marked_lines", new Identifier(markedLines),
                    "zeros_too", zerosToo)));
  }
}
