package tributary.input;

import java.util.ArrayList;
import java.util.List;

/** The optional parts of a date pattern, in {@code [...]}, also one in another. */
final class OptionalParts {
  private static final int MOST_WAYS = 64;

  private OptionalParts() {}

  /**
   * The pattern with and without each part, with them first.
   *
   * @throws IllegalArgumentException when a bracket is not closed, or there are too many
   */
  static List<String> expand(String pattern) {
    int open = indexOf(pattern, 0, '[');
    if (open < 0) {
      return List.of(pattern);
    }
    int close = closing(pattern, open);
    String before = pattern.substring(0, open);
    String behind = pattern.substring(close + 1);
    List<String> ways =
        new ArrayList<>(expand(before + pattern.substring(open + 1, close) + behind));
    for (String way : expand(before + behind)) {
      if (!ways.contains(way)) {
        ways.add(way);
      }
    }
    if (ways.size() > MOST_WAYS) {
      throw new IllegalArgumentException(
          "Invalid date pattern '%s': expected at most 6 optional parts".formatted(pattern));
    }
    return ways;
  }

  private static int closing(String pattern, int open) {
    int depth = 0;
    boolean literal = false;
    for (int i = open; i < pattern.length(); i++) {
      char next = pattern.charAt(i);
      literal ^= next == '\'';
      if (!literal && next == '[') {
        depth++;
      } else if (!literal && next == ']' && --depth == 0) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "Invalid date pattern '%s': expected a ] for each [".formatted(pattern));
  }

  private static int indexOf(String pattern, int start, char wanted) {
    boolean literal = false;
    for (int i = start; i < pattern.length(); i++) {
      literal ^= pattern.charAt(i) == '\'';
      if (!literal && pattern.charAt(i) == wanted) {
        return i;
      }
    }
    return -1;
  }
}
