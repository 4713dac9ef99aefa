package tributary.input;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads names of months or days, in full or shortened, in any case, with and without accents and
 * the point of a short form. Names are those of Unicode's CLDR, and what {@link #OTHERS} adds.
 */
final class NameReader implements PartReader {
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

  /** Short forms that are neither in CLDR nor the beginning of the full name. */
  private static final Map<String, Map<String, Integer>> OTHERS =
      Map.of(
          "de", Map.of("mrz", 3, "maerz", 3, "jaenner", 1, "janner", 1, "feber", 2),
          "es", Map.of("set", 9, "setiembre", 9));

  private final Map<String, Integer> names;
  private final int shortest;
  private final boolean ofMonths;
  private final boolean pointFollows;

  private NameReader(Map<String, Integer> names, boolean ofMonths, boolean pointFollows) {
    this.names = names;
    this.shortest = ofMonths ? 3 : 2;
    this.ofMonths = ofMonths;
    this.pointFollows = pointFollows;
  }

  /**
   * @param pointFollows whether the pattern itself has a point next
   */
  static NameReader ofMonths(Locale language, boolean pointFollows) {
    Map<String, Integer> names =
        new HashMap<>(OTHERS.getOrDefault(language.getLanguage(), Map.of()));
    for (TextStyle style : TextStyle.values()) {
      for (Month month : Month.values()) {
        add(names, month.getDisplayName(style, language), month.getValue());
      }
    }
    return new NameReader(names, true, pointFollows);
  }

  /**
   * @param pointFollows whether the pattern itself has a point next
   */
  static NameReader ofDays(Locale language, boolean pointFollows) {
    Map<String, Integer> names = new HashMap<>();
    for (TextStyle style : TextStyle.values()) {
      for (DayOfWeek day : DayOfWeek.values()) {
        add(names, day.getDisplayName(style, language), day.getValue());
      }
    }
    return new NameReader(names, false, pointFollows);
  }

  /** Single letters, which stand for several, and numbers are no names. */
  private static void add(Map<String, Integer> names, String name, int number) {
    String plain = plain(name).replace(".", "");
    if (plain.length() > 1 && !Character.isDigit(plain.charAt(0))) {
      names.put(plain, number);
    }
  }

  private static String plain(String name) {
    String decomposed = Normalizer.normalize(name, Normalizer.Form.NFD);
    return ACCENTS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
  }

  @Override
  public int read(TextArgument text, int position, TimeReading into) {
    int end = end(text, position, true);
    int number = number(text, position, end);
    if (number == 0) {
      end = end(text, position, false);
      number = number(text, position, end);
    }
    if (number == 0) {
      return -1;
    }
    if (ofMonths) {
      into.time.month = number;
    } else {
      into.weekday = number;
    }
    boolean skipsPoint = !pointFollows && end < text.length() && text.at(end) == '.';
    return skipsPoint ? end + 1 : end;
  }

  /** Behind a name; some have hyphens, such as {@code segunda-feira}. */
  private static int end(TextArgument text, int position, boolean withHyphens) {
    int end = position;
    while (end < text.length()
        && (isLetter(text.at(end)) || withHyphens && end > position && text.at(end) == '-')) {
      end++;
    }
    return end;
  }

  private int number(TextArgument text, int start, int end) {
    return number(plain(new String(text.copy(start, end), StandardCharsets.UTF_8)));
  }

  /** Any byte of a character beyond ASCII may be one of a letter. */
  private static boolean isLetter(byte next) {
    return next < 0 || (next | 0x20) >= 'a' && (next | 0x20) <= 'z';
  }

  /** What a name or the beginning of one stands for; 0 when that is nothing, or not certain. */
  private int number(String name) {
    Integer known = names.get(name);
    if (known != null) {
      return known;
    }
    if (name.length() < shortest) {
      return 0;
    }
    Set<Integer> beginning =
        names.entrySet().stream()
            .filter(each -> each.getKey().startsWith(name))
            .map(Map.Entry::getValue)
            .collect(Collectors.toCollection(HashSet::new));
    return beginning.size() == 1 ? beginning.iterator().next() : 0;
  }
}
