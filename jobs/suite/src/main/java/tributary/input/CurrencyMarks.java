package tributary.input;

import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The codes of ISO 4217, and what currencies are written as beside a number. A mark that may be
 * something else there is none: {@code 2 cup}, {@code 10 pen} and {@code 5 kgs} are units, {@code
 * 50 ¢} is half of something.
 */
final class CurrencyMarks {
  private static final Set<String> CODES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  /** Codes that are words or units as well. */
  private static final Set<String> OTHER_WORDS =
      Set.of(
          "ALL", "CUP", "GEL", "KGS", "LAK", "LVL", "MOP", "PEN", "ROL", "STD", "TOP", "XTS",
          "XXX");

  private static final List<String> SIGNS =
      List.of(
          "€", "£", "$", "¥", "￥", "₹", "₺", "₴", "₽", "₩", "₪", "₫", "₱", "฿", "₦", "₵", "₡", "₲",
          "₭", "₮", "₸", "₼", "₾", "֏", "៛", "৳", "US$", "CA$", "C$", "AU$", "A$", "NZ$", "HK$",
          "NT$", "S$", "MX$", "R$", "kr", "kr.", "Fr.", "SFr.", "zł", "Kč");

  private static final List<String> BEFORE = longestFirst("Rs", "Rs.", "RM", "S/", "S/.");
  private static final List<String> BEHIND = longestFirst("TL", "lei", "руб.", "руб", "円", "元");

  private CurrencyMarks() {}

  private static List<String> longestFirst(String... more) {
    return Stream.concat(SIGNS.stream(), Stream.of(more))
        .sorted(Comparator.comparing(String::length).reversed())
        .toList();
  }

  /** The code of ISO 4217 that a trimmed text is, in any case; empty when it is none. */
  static Optional<String> code(String text) {
    return text.length() == 3 && text.chars().allMatch(letter -> letter < 0x80)
        ? Optional.of(text.toUpperCase(Locale.ROOT)).filter(CODES::contains)
        : Optional.empty();
  }

  /** A number's text without one currency before or behind it; the same text if there is none. */
  static String strip(String text) {
    int before = lengthBefore(text);
    return before > 0
        ? text.substring(before).strip()
        : text.substring(0, text.length() - lengthBehind(text)).strip();
  }

  /** In {@code EUR.50} the point may belong to either side: that is no currency. */
  private static int lengthBefore(String text) {
    int length = 0;
    for (String mark : BEFORE) {
      if (text.regionMatches(true, 0, mark, 0, mark.length())) {
        length = mark.length();
        break;
      }
    }
    if (length == 0 && text.length() > 3 && isCode(text.substring(0, 3))) {
      length = 3;
    }
    boolean either =
        length > 0
            && length < text.length()
            && Character.isLetter(text.charAt(length - 1))
            && ".,".indexOf(text.charAt(length)) >= 0;
    return either ? 0 : length;
  }

  private static int lengthBehind(String text) {
    for (String mark : BEHIND) {
      int start = text.length() - mark.length();
      if (text.regionMatches(true, start, mark, 0, mark.length())) {
        return mark.length();
      }
    }
    return text.length() > 3 && isCode(text.substring(text.length() - 3)) ? 3 : 0;
  }

  private static boolean isCode(String text) {
    return code(text).filter(code -> !OTHER_WORDS.contains(code)).isPresent();
  }
}
