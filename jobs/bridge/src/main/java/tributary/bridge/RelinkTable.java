package tributary.bridge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What to bundle of Flink ML and what to change in it.
 *
 * @param roots classes to bundle with everything that they lead to
 * @param afresh classes that this module has written itself
 * @param optional classes that may be absent where the bundle runs
 * @param changes edits of bundled classes
 */
record RelinkTable(
    Set<String> roots, Set<String> afresh, Set<String> optional, List<Change> changes) {

  enum Kind {
    TYPE,
    CALL,
    DECLARE,
    DELEGATE,
    ADD
  }

  /**
   * One edit of one class; the table's head says what the two sides mean for each kind.
   *
   * @param line number of the line in the table, from 1
   */
  record Change(int line, Kind kind, String className, String from, String to) {}

  /**
   * Reads a table: a line is {@code root CLASS}, {@code afresh CLASS}, {@code optional CLASS} or
   * {@code KIND CLASS FROM -> TO}; {@code #} begins a comment line.
   *
   * @throws IllegalArgumentException for a line of another form
   */
  static RelinkTable parse(List<String> lines) {
    RelinkTable table =
        new RelinkTable(
            new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>(), new ArrayList<>());
    for (int index = 0; index < lines.size(); index++) {
      String line = lines.get(index).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        table.add(index + 1, line);
      }
    }
    return table;
  }

  List<Change> changesOf(String className) {
    return changes.stream().filter(change -> change.className().equals(className)).toList();
  }

  /** Whether the class, or the class that it is nested in, is written in this module. */
  boolean isAfresh(String className) {
    return afresh.contains(className.split("\\$", 2)[0]);
  }

  private void add(int number, String line) {
    String[] words = line.split("\\s+", 4);
    if (words.length == 2) {
      namesOf(number, words[0]).add(words[1]);
      return;
    }
    if (words.length < 4 || !words[3].startsWith("-> ")) {
      throw invalid(number, line);
    }
    changes.add(new Change(number, kind(number, words[0]), words[1], words[2], to(words[3])));
  }

  private Set<String> namesOf(int number, String word) {
    return switch (word) {
      case "root" -> roots;
      case "afresh" -> afresh;
      case "optional" -> optional;
      default -> throw invalid(number, word);
    };
  }

  private static String to(String word) {
    return word.substring("-> ".length()).strip();
  }

  private static Kind kind(int number, String word) {
    for (Kind kind : Kind.values()) {
      if (kind.name().equalsIgnoreCase(word)) {
        return kind;
      }
    }
    throw invalid(number, word);
  }

  private static IllegalArgumentException invalid(int number, String text) {
    return new IllegalArgumentException("Invalid line " + number + " of the table: " + text);
  }
}
