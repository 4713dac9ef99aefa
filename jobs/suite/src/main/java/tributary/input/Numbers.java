package tributary.input;

import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Understands numbers as people and programs write them, where they can mean one thing only: at
 * most one sign, before the number, directly behind it or as brackets; at most one currency, before
 * or behind; groups of three digits, the first of which begins with no 0, or Indian ones; {@code
 * 3,-} as prices without cents are written; or an exponent.
 */
final class Numbers {
  private static final int MOST_DIGITS = 40;

  private static final Pattern PLAIN =
      Pattern.compile("([0-9]*)(?:\\.([0-9]*))?(?:[eE]([+-]?[0-9]{1,2}))?");
  private static final Pattern GROUPS_BEFORE_POINT =
      Pattern.compile(
          "[1-9][0-9]{0,2}([,' \u2019])[0-9]{3}(?:\\1[0-9]{3})*"
              + "|[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}");
  private static final Pattern GROUPS_BEFORE_COMMA =
      Pattern.compile("[1-9][0-9]{0,2}([.' \u2019])[0-9]{3}(?:\\1[0-9]{3})*");
  private static final Set<String> NO_CENTS = Set.of("-", "--", "\u2013", "\u2014");

  private Numbers() {}

  /**
   * The number in canonical text, or null if the text is none.
   *
   * @param text trimmed
   * @param decimalMark a point or a comma
   */
  static String canonical(String text, char decimalMark) {
    if (text.length() > 2 * MOST_DIGITS) {
      return null;
    }
    String visible = Spaces.plain(text, true);
    String number = CurrencyMarks.strip(visible);
    boolean isPrice = !number.equals(visible);
    boolean negative = false;
    if (number.startsWith("(") && number.endsWith(")")) {
      negative = true;
      number = number.substring(1, number.length() - 1).strip();
    } else if (number.startsWith("-") || number.startsWith("+")) {
      negative = number.startsWith("-");
      number = number.substring(1).strip();
      if (number.startsWith(String.valueOf(decimalMark)) && (isPrice || decimalMark == ',')) {
        return null;
      }
    } else if (hasSignBehind(number)) {
      negative = number.endsWith("-");
      number = number.substring(0, number.length() - 1);
    }
    BigDecimal size = magnitude(isPrice ? number : CurrencyMarks.strip(number), decimalMark);
    if (size == null) {
      return null;
    }
    return size.signum() == 0
        ? "0"
        : (negative ? size.negate() : size).stripTrailingZeros().toPlainString();
  }

  /** Behind a digit alone: that of {@code 3,-} is none. */
  private static boolean hasSignBehind(String number) {
    int last = number.length() - 1;
    return last > 0
        && (number.charAt(last) == '-' || number.charAt(last) == '+')
        && isDigit(number.charAt(last - 1));
  }

  private static BigDecimal magnitude(String text, char decimalMark) {
    int mark = text.indexOf(decimalMark);
    int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
    int wholeEnd = mark >= 0 ? mark : exponent >= 0 ? exponent : text.length();
    String written = text.substring(0, wholeEnd);
    String whole = ungrouped(written, decimalMark);
    if (whole == null) {
      return null;
    }
    String rest = mark >= 0 ? "." + text.substring(mark + 1) : text.substring(wholeEnd);
    if (mark >= 0 && !whole.isEmpty() && NO_CENTS.contains(rest.substring(1))) {
      rest = "";
    }
    Matcher matcher = PLAIN.matcher(whole + rest);
    if (!matcher.matches() || !hasDigit(matcher.group(1)) && !hasDigit(matcher.group(2))) {
      return null;
    }
    String power = matcher.group(3);
    boolean grouped = whole.length() < written.length();
    if (power != null && (grouped || Math.abs(Integer.parseInt(power)) > MOST_DIGITS)) {
      return null;
    }
    return new BigDecimal(whole + rest);
  }

  private static boolean hasDigit(String digits) {
    return digits != null && !digits.isEmpty();
  }

  /** The digits of a whole number, grouped by one kind of mark or not at all; null if neither. */
  private static String ungrouped(String whole, char decimalMark) {
    if (whole.chars().allMatch(Numbers::isDigit)) {
      return whole;
    }
    Pattern groups = decimalMark == '.' ? GROUPS_BEFORE_POINT : GROUPS_BEFORE_COMMA;
    return groups.matcher(whole).matches() ? whole.replaceAll("[^0-9]", "") : null;
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }
}
