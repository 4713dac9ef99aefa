package tributary.script;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tributary.script.Script.Statement;

/**
 * The names that statements read, behind FROM and JOIN, and write, behind INTO; but for their own
 * common table expressions. What EXTRACT and TRIM take their part from counts as read.
 *
 * @param read in the order in which they stand, without backquotes and blanks
 * @param written the same
 */
record Reads(Set<String> read, Set<String> written) {
  private static final Set<String> BEFORE_READ = Set.of("FROM", "JOIN");
  private static final String LATERAL = "LATERAL";

  /** A hint, a text, a name with its qualifiers, or any other character. */
  private static final Pattern TOKEN =
      Pattern.compile("/\\*.*?\\*/|'[^']*'|[\\w`]+(?:\\s*\\.\\s*[\\w`]+)*|\\S", Pattern.DOTALL);

  static Reads of(List<Statement> statements) {
    Reads reads = new Reads(new LinkedHashSet<>(), new LinkedHashSet<>());
    statements.forEach(statement -> reads.add(statement.text()));
    return reads;
  }

  /** Everything that must be there before the statements run. */
  Set<String> all() {
    Set<String> all = new LinkedHashSet<>(read);
    all.addAll(written);
    return all;
  }

  private void add(String text) {
    List<String> tokens =
        TOKEN.matcher(text).results().map(found -> found.group().replaceAll("[`\\s]", "")).toList();
    Set<String> own = expressions(tokens);
    for (int i = 1; i < tokens.size(); i++) {
      String before = tokens.get(i - 1).toUpperCase(Locale.ROOT);
      String token = tokens.get(i);
      boolean isName = Character.isJavaIdentifierStart(token.charAt(0)) && !token.equals(LATERAL);
      if (isName && !own.contains(token)) {
        if (BEFORE_READ.contains(before)) {
          read.add(token);
        } else if (before.equals("INTO")) {
          written.add(token);
        }
      }
    }
  }

  private static Set<String> expressions(List<String> tokens) {
    Set<String> names = new HashSet<>();
    for (int i = 2; i < tokens.size(); i++) {
      if (tokens.get(i).equals("(") && tokens.get(i - 1).equalsIgnoreCase("AS")) {
        names.add(tokens.get(i - 2));
      }
    }
    return names;
  }
}
