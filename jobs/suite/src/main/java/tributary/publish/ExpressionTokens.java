package tributary.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words, literals and signs of an expression, one after the other. */
final class ExpressionTokens {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(<>|<=|>=|[=<>(),]|'(?:[^']|'')*'|\\d+(?:\\.\\d+)?|`[^`]+`|[A-Za-z_]\\w*)");

  private final List<String> tokens;
  private int next;

  private ExpressionTokens(List<String> tokens) {
    this.tokens = tokens;
  }

  /**
   * @throws NotSimpleException when it holds anything else
   */
  static ExpressionTokens of(String sql) {
    List<String> tokens = new ArrayList<>();
    String text = sql.strip();
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      tokens.add(matcher.group(1));
      end = matcher.end();
    }
    if (end < text.length()) {
      throw new NotSimpleException();
    }
    return new ExpressionTokens(tokens);
  }

  boolean hasNext() {
    return next < tokens.size();
  }

  /** The next one, which stays the next; empty behind the last. */
  String peek() {
    return hasNext() ? tokens.get(next) : "";
  }

  /** Goes behind the next one, and gives it; empty behind the last. */
  String next() {
    String token = peek();
    next++;
    return token;
  }

  /** Goes behind the next one, if it is this one. */
  boolean accept(String token) {
    boolean isNext = peek().equals(token);
    next += isNext ? 1 : 0;
    return isNext;
  }

  /**
   * @throws NotSimpleException when the next one is another
   */
  void expect(String token) {
    if (!accept(token)) {
      throw new NotSimpleException();
    }
  }
}
