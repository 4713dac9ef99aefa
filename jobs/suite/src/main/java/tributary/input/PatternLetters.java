package tributary.input;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The letters of a date pattern, each run of one as the letter, without literals. What a hand
 * easily mistakes in them, such as {@code HH:MM} for {@code HH:mm}, would read other times.
 */
final class PatternLetters {
  private static final Pattern LITERAL = Pattern.compile("'[^']*'");
  private static final Pattern RUN = Pattern.compile("([A-Za-z])\\1*");
  private static final String ONCE = "yMdDHhkKamsS";
  private static final List<String> FINER = List.of("HhkK", "m", "s", "S");

  private final String letters;

  PatternLetters(String pattern) {
    StringBuilder found = new StringBuilder();
    RUN.matcher(LITERAL.matcher(pattern).replaceAll(" "))
        .results()
        .map(MatchResult::group)
        .forEach(run -> found.append(run.charAt(0)));
    letters = found.toString().replace('u', 'y').replace('L', 'M');
  }

  /** Whether there is a whole date, and no hour of which the half of the day is not known. */
  boolean namesTime() {
    boolean day = has('M') && has('d') || has('D');
    boolean twelve = has('h') || has('K');
    return has('y') && day && twelve == has('a') && !(twelve && (has('H') || has('k')));
  }

  /** What is written twice, or stands before or without what it is a part of; null if nothing. */
  String mistake() {
    for (char letter : ONCE.toCharArray()) {
      if (letters.indexOf(letter) != letters.lastIndexOf(letter)) {
        return "%s only once (M is a month, m a minute)".formatted(letter);
      }
    }
    for (int i = 1; i < FINER.size(); i++) {
      String part = FINER.get(i);
      int at = letters.indexOf(part);
      if (at >= 0 && !letters.substring(0, at).matches(".*[" + FINER.get(i - 1) + "].*")) {
        return "hours as H or h, minutes as m, seconds as s and fractions as S, in this order";
      }
    }
    return null;
  }

  private boolean has(char letter) {
    return letters.indexOf(letter) >= 0;
  }
}
