package tributary.input.draft;

import java.util.HashSet;
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
  /** Those that count 0, by the list of what they are. */
  static final String NO_SALE = "no sale";

  /** Lists of names of columns; those of their codes begin with the same word. */
  private static final List<String> NAMES = List.of("fkart", "vbtyp");

  private static final List<String> MEANINGS = List.of("cancelled", "refunded", NO_SALE);
  private static final String REVERSAL = "reversal";

  private final Vocabulary words;

  DocumentCodes(Vocabulary words) {
    this.words = words;
  }

  /**
   * All codes that a column may hold, by what they mean: those that a sample lacks come later.
   *
   * @param areMarked whether the documents that others reverse are marked, and count 0; what
   *     reverses them then does too
   */
  Map<String, Set<String>> of(Column column, boolean areMarked) {
    Map<String, Set<String>> codes = new TreeMap<>();
    for (String name : NAMES) {
      if (words.is(name, column.name())) {
        MEANINGS.forEach(each -> codes.put(each, new HashSet<>(words.all(name + " " + each))));
        if (areMarked) {
          codes.remove("cancelled");
          codes.get(NO_SALE).addAll(words.all(name + " " + REVERSAL));
        }
      }
    }
    return codes;
  }

  /** Whether a column holds documents that reverse others. */
  boolean holdsReversals(Column column) {
    return NAMES.stream()
        .filter(name -> words.is(name, column.name()))
        .map(name -> words.all(name + " " + REVERSAL))
        .anyMatch(
            codes ->
                column.counts().keySet().stream()
                    .anyMatch(value -> codes.contains(value.toLowerCase(Locale.ROOT))));
  }
}
