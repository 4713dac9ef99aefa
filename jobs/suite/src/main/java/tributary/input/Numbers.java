package tributary.input;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Understands numbers as people and programs write them. */
final class Numbers {
  private static final int MOST_DIGITS = 40;

  private static final Pattern PLAIN =
      Pattern.compile("([0-9]*)(?:\\.([0-9]*))?(?:[eE]([+-]?[0-9]{1,3}))?");
  private static final Set<String> CURRENCY_CODES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

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
    String unsigned = withoutCurrency(text.replace('\u2212', '-'));
    boolean negative = false;
    if (unsigned.startsWith("(") && unsigned.endsWith(")")) {
      negative = true;
      unsigned = withoutCurrency(unsigned.substring(1, unsigned.length() - 1));
    } else if (unsigned.startsWith("-") || unsigned.startsWith("+")) {
      negative = unsigned.startsWith("-");
      unsigned = withoutCurrency(unsigned.substring(1));
    } else if (unsigned.endsWith("-") || unsigned.endsWith("+")) {
      negative = unsigned.endsWith("-");
      unsigned = withoutCurrency(unsigned.substring(0, unsigned.length() - 1));
    }
    BigDecimal size = magnitude(unsigned, decimalMark);
    if (size == null) {
      return null;
    }
    BigDecimal number = negative ? size.negate() : size;
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static BigDecimal magnitude(String text, char decimalMark) {
    int mark = text.indexOf(decimalMark);
    int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
    int wholeEnd = mark >= 0 ? mark : exponent >= 0 ? exponent : text.length();
    String whole = ungrouped(text.substring(0, wholeEnd), decimalMark);
    if (whole == null) {
      return null;
    }
    String rest = mark >= 0 ? "." + text.substring(mark + 1) : text.substring(wholeEnd);
    Matcher matcher = PLAIN.matcher(whole + rest);
    if (!matcher.matches() || !hasDigit(matcher.group(1)) && !hasDigit(matcher.group(2))) {
      return null;
    }
    if (matcher.group(3) != null && Math.abs(Integer.parseInt(matcher.group(3))) > MOST_DIGITS) {
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
    char mark = (char) whole.chars().filter(c -> !isDigit(c)).findFirst().orElseThrow();
    if (mark == decimalMark || ".,' \u2019\u00a0\u202f_".indexOf(mark) < 0) {
      return null;
    }
    String[] groups = whole.split(Pattern.quote(String.valueOf(mark)), -1);
    for (int i = 0; i < groups.length; i++) {
      int length = groups[i].length();
      boolean isLast = i == groups.length - 1;
      boolean fits = isLast ? length == 3 : length >= (i == 0 ? 1 : 2) && length <= 3;
      if (!fits || !groups[i].chars().allMatch(Numbers::isDigit)) {
        return null;
      }
    }
    return String.join("", groups);
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }

  private static String withoutCurrency(String text) {
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      return stripped;
    }
    int last = stripped.length() - 1;
    if (isCurrencySign(stripped.charAt(0))) {
      return stripped.substring(1).strip();
    }
    if (isCurrencySign(stripped.charAt(last))) {
      return stripped.substring(0, last).strip();
    }
    if (stripped.length() > 3 && CURRENCY_CODES.contains(stripped.substring(0, 3))) {
      return stripped.substring(3).strip();
    }
    if (stripped.length() > 3 && CURRENCY_CODES.contains(stripped.substring(last - 2))) {
      return stripped.substring(0, last - 2).strip();
    }
    return stripped;
  }

  private static boolean isCurrencySign(char character) {
    return Character.getType(character) == Character.CURRENCY_SYMBOL;
  }
}
