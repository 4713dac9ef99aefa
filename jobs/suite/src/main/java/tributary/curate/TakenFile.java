package tributary.curate;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tributary.curate.FileFacts.Content;

/**
 * A file that was taken in, as {@code landing.files} has it.
 *
 * @param number its number in the lake
 * @param name below the input directory; several files may have it
 * @param lines data lines that the reader counted
 */
record TakenFile(
    long number, String source, String name, String sha256, long lines, Content content) {
  TakenFile {
    requireNonNull(source, "source is null");
    requireNonNull(name, "name is null");
    requireNonNull(sha256, "sha256 is null");
    requireNonNull(content, "content is null");
  }

  static TakenFile of(Map<String, Object> row) {
    return new TakenFile(
        (Long) row.get("file_number"),
        (String) row.get("source"),
        (String) row.get("source_file"),
        (String) row.get("sha256"),
        (Long) row.get("lines_read"),
        Content.CUSTOMERS.isOf(row) ? Content.CUSTOMERS : Content.TRANSACTIONS);
  }

  /** Those among rows of {@code landing.files} that neither were replaced nor withdrawn. */
  static List<TakenFile> counting(List<Map<String, Object>> rows) {
    return rows.stream().filter(row -> row.get("replaced_by") == null).map(TakenFile::of).toList();
  }

  /** Such as {@code file 3 (orders.csv of source shop, 1205 lines)}. */
  String shown() {
    return "file %s (%s of source %s, %s lines)".formatted(number, name, source, lines);
  }

  /** Files in a message, in the order of their numbers. */
  static String shown(List<TakenFile> files) {
    return files.stream().map(TakenFile::shown).collect(Collectors.joining(", "));
  }
}
