package tributary.curate;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A file to be taken in.
 *
 * @param name below the input directory, unique within one ingest
 * @param sha256 of its bytes, in hexadecimal
 * @param bytes its size
 * @param content what its lines are of
 * @param columns their names, in order
 */
public record FileFacts(
    String name, String sha256, long bytes, Content content, List<String> columns) {
  public FileFacts {
    requireNonNull(name, "name is null");
    requireNonNull(sha256, "sha256 is null");
    requireNonNull(content, "content is null");
    columns = List.copyOf(columns);
  }

  /** What the lines of a file are of, and the table in which they land. */
  public enum Content {
    TRANSACTIONS("landing.transactions"),
    CUSTOMERS("landing.customers");

    private final String table;

    Content(String table) {
      this.table = table;
    }

    /** Of a row of {@code landing.files}; older ones are of transactions and don't say so. */
    public boolean isOf(Map<String, Object> file) {
      Object content = file.get("content");
      return content == null ? this == TRANSACTIONS : text().equals(content);
    }

    String table() {
      return table;
    }

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
