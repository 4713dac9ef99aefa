package tributary.input;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the patterns by which a mapping reads times: literals that it gives TIMESTAMP_TEXT. */
final class TimePatterns {
  private static final Pattern CALL = Pattern.compile("(?i)\\bTIMESTAMP_TEXT\\s*\\(");
  private static final Pattern COMMENT =
      Pattern.compile("('(?:[^']|'')*')|--[^\\n]*|/\\*(?s:.*?)\\*/");

  private TimePatterns() {}

  /** The patterns in the order of the text, each once. */
  static List<String> of(String select) {
    String text = COMMENT.matcher(select).replaceAll(TimePatterns::literal);
    Set<String> patterns = new LinkedHashSet<>();
    Matcher call = CALL.matcher(text);
    while (call.find()) {
      List<String> arguments = arguments(text, call.end());
      for (String argument : arguments.subList(Math.min(1, arguments.size()), arguments.size())) {
        if (argument.matches("'(?:[^']|'')*'")) {
          patterns.add(argument.substring(1, argument.length() - 1).replace("''", "'"));
        }
      }
    }
    return List.copyOf(patterns);
  }

  private static String literal(MatchResult found) {
    return found.group(1) == null ? " " : Matcher.quoteReplacement(found.group(1));
  }

  /** The arguments of a call, trimmed. */
  private static List<String> arguments(String text, int start) {
    List<String> arguments = new ArrayList<>();
    boolean quoted = false;
    int depth = 1;
    int begun = start;
    for (int i = start; i < text.length() && depth > 0; i++) {
      char next = text.charAt(i);
      quoted ^= next == '\'';
      depth += quoted ? 0 : next == '(' ? 1 : next == ')' ? -1 : 0;
      if (!quoted && (depth == 0 || depth == 1 && next == ',')) {
        arguments.add(text.substring(begun, i).strip());
        begun = i + 1;
      }
    }
    return arguments;
  }
}
