package tributary.input;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tributary.config.UserError;

/** Finds the keys that stand in the lines of JSON Lines, which are its columns. */
final class JsonKeys {
  private static final int MOST = 10_000;

  private final Set<String> keys = new LinkedHashSet<>();
  private String lastProblem;
  private long usable;

  private JsonKeys() {}

  /**
   * The keys of all lines, in the order of their first appearance.
   *
   * @param isOpen whether the last line has no line break
   * @throws UserError when this is no JSON Lines, or its last line is cut off
   */
  static List<String> read(LineBuffer lines, boolean isOpen) throws IOException {
    JsonKeys found = new JsonKeys();
    while (lines.next()) {
      found.take(lines);
    }
    if (found.usable == 0) {
      throw new UserError("none of its lines is a JSON object; write one object a line");
    }
    if (isOpen && found.lastProblem != null) {
      throw new UserError(
          "its last line (%s) %s and has no line break, so the file is cut off; deliver it whole"
              .formatted(lines.line(), found.lastProblem));
    }
    return new ArrayList<>(found.keys);
  }

  private void take(LineBuffer lines) {
    if (usable == 0 && !JsonRecord.isBlank(lines) && startsArray(lines)) {
      throw new UserError(
          "it is one JSON array, not JSON Lines; write one object a line, without brackets and commas around them");
    }
    lastProblem = JsonRecord.problemOf(lines, (key, text) -> keys.add(key));
    usable += lastProblem == null ? 1 : 0;
    if (keys.size() > MOST) {
      throw new UserError(
          String.format(Locale.ROOT, "its objects have more than %,d different keys", MOST));
    }
  }

  private static boolean startsArray(LineBuffer lines) {
    return lines.bytes()[Blanks.skipForward(lines.bytes(), lines.start(), lines.end())] == '[';
  }
}
