package tributary.input.draft;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Codes for kinds of documents, which mean something in columns of one name only, such as those of
 * SAP's billing documents in FKART.
 */
final class DocumentCodes {
  /** Lists of names of columns; those of their codes begin with the same word. */
  private static final List<String> NAMES = List.of("fkart", "vbtyp");

  private static final List<String> MEANINGS = List.of("cancelled", "refunded", "unpaid");

  private final Vocabulary words;

  DocumentCodes(Vocabulary words) {
    this.words = words;
  }

  /** All codes that a column may hold, by what they mean, if it holds any of them. */
  Map<String, Set<String>> of(Column column) {
    Map<String, Set<String>> codes = new TreeMap<>();
    for (String name : NAMES) {
      if (words.is(name, column.name())) {
        MEANINGS.forEach(meaning -> codes.put(meaning, words.all(name + " " + meaning)));
      }
    }
    return codes.values().stream().anyMatch(each -> holds(column, each)) ? codes : Map.of();
  }

  /** Whether a column tells of documents that reverse others. */
  boolean holdsReversals(Column column) {
    return holds(column, of(column).getOrDefault("cancelled", Set.of()));
  }

  private static boolean holds(Column column, Set<String> codes) {
    return column.counts().keySet().stream()
        .anyMatch(value -> codes.contains(value.toLowerCase(Locale.ROOT)));
  }
}
