package tributary.input;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern of numbers, names, an offset or zone, and separators, matched byte by byte. One letter
 * stands for one or two digits, several for as many; {@code yy} is in the years 2000 to 2099. A
 * blank stands for one or more.
 */
final class PartsPattern implements TimestampPattern {
  private static final Pattern TOKEN = Pattern.compile("([A-Za-z])\\1*|'[^']+'|[^A-Za-z'\\[\\]]|.");
  private static final Pattern UNDERSTOOD =
      Pattern.compile(
          "yyyy|uuuu|yy|uu|M{1,4}|L{1,4}|dd?|DDD|E{1,4}|HH?|hh?|mm?|ss?|S{1,9}|a"
              + "|X{1,3}|x{1,3}|Z{1,5}|O|OOOO|z{1,4}|VV|'[^']+'|[^A-Za-z'\\[\\]]");
  private static final Set<Character> OFFSETS = Set.of('X', 'x', 'Z');

  /** One part of the pattern: so many digits, a separator, or what a reader understands. */
  private record Part(char letter, int least, int most, byte[] literal, PartReader reader) {}

  private final Part[] parts;
  private final boolean twelveHours;
  private final TimeReading reading = new TimeReading();

  /**
   * @param language of names
   * @throws IllegalArgumentException when the pattern names no time
   */
  PartsPattern(String pattern, Locale language) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(pattern);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    List<Part> found = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      boolean pointFollows = i + 1 < tokens.size() && tokens.get(i + 1).equals(".");
      found.add(part(tokens.get(i), language, pointFollows));
    }
    parts = found.toArray(Part[]::new);
    twelveHours = found.stream().anyMatch(part -> part.letter == 'h');
    if (!namesTime(pattern)) {
      throw new IllegalArgumentException(
          "Invalid date pattern '%s': expected a year, a month, a day, and hours as H, or as h with a"
              .formatted(pattern));
    }
  }

  static boolean understands(String pattern) {
    return TOKEN
        .matcher(pattern)
        .results()
        .allMatch(token -> UNDERSTOOD.matcher(token.group()).matches());
  }

  /** Whether there is a whole date, and no hour of which the half of the day is not known. */
  static boolean namesTime(String pattern) {
    String letters = pattern.replaceAll("'[^']*'", "").replace('u', 'y').replace('L', 'M');
    boolean day = letters.contains("M") && letters.contains("d") || letters.contains("D");
    boolean twelve = letters.contains("h");
    return letters.contains("y")
        && day
        && twelve == letters.contains("a")
        && !(twelve && letters.contains("H"));
  }

  private static Part part(String token, Locale language, boolean pointFollows) {
    char first = token.charAt(0);
    char letter = first == 'u' ? 'y' : first == 'L' ? 'M' : first;
    int length = token.length();
    if (letter == '\'') {
      return literal(token.substring(1, length - 1));
    }
    if (!Character.isLetter(letter)) {
      return literal(token);
    }
    PartReader reader = reader(letter, length, language, pointFollows);
    boolean either = length == 1 && letter != 'S';
    return new Part(letter, length, either ? 2 : length, null, reader);
  }

  private static Part literal(String text) {
    return new Part('\'', 0, 0, text.getBytes(StandardCharsets.UTF_8), null);
  }

  /** What reads letters that do not stand for digits; null for others. */
  private static PartReader reader(char letter, int length, Locale language, boolean pointFollows) {
    if (letter == 'M' && length >= 3) {
      return NameReader.ofMonths(language, pointFollows);
    }
    if (OFFSETS.contains(letter)) {
      return new OffsetReader(false);
    }
    return switch (letter) {
      case 'a' -> new HalfOfDayReader();
      case 'E' -> NameReader.ofDays(language, pointFollows);
      case 'O', 'z' -> new OffsetReader(true);
      case 'V' -> new ZoneReader();
      default -> null;
    };
  }

  @Override
  public boolean parse(TextArgument text, CivilTime time) {
    reading.begin(time);
    int position = 0;
    for (Part part : parts) {
      if (part.letter == '\'') {
        position = skip(text, position, part.literal);
      } else if (part.reader != null) {
        position = part.reader.read(text, position, reading);
      } else {
        int digits = countDigits(text, position, part.most);
        if (digits < part.least) {
          return false;
        }
        set(time, part, CivilTime.digits(text.bytes(), text.start() + position, digits));
        position += digits;
      }
      if (position < 0) {
        return false;
      }
    }
    return position == text.length() && reading.finish(twelveHours);
  }

  private void set(CivilTime time, Part part, int number) {
    switch (part.letter) {
      case 'y' -> time.year = part.most == 2 ? 2000 + number : number;
      case 'M' -> time.month = number;
      case 'd' -> time.day = number;
      case 'D' -> reading.dayOfYear = number;
      case 'H', 'h' -> time.hour = number;
      case 'm' -> time.minute = number;
      case 's' -> time.second = number;
      case 'S' -> time.micros = micros(number, part.most);
      default -> throw new IllegalStateException("Invalid part of a date pattern: " + part.letter);
    }
  }

  private static int micros(int number, int digits) {
    int micros = number;
    for (int i = digits; i < 6; i++) {
      micros *= 10;
    }
    for (int i = digits; i > 6; i--) {
      micros /= 10;
    }
    return micros;
  }

  private static int countDigits(TextArgument text, int position, int most) {
    int count = 0;
    while (count < most && position + count < text.length()) {
      byte next = text.at(position + count);
      if (next < '0' || next > '9') {
        break;
      }
      count++;
    }
    return count;
  }

  /** The place behind a separator; negative when it is not there. */
  private static int skip(TextArgument text, int start, byte[] literal) {
    int position = start;
    for (byte expected : literal) {
      if (position >= text.length() || text.at(position) != expected) {
        return -1;
      }
      position++;
      while (expected == ' ' && position < text.length() && text.at(position) == ' ') {
        position++;
      }
    }
    return position;
  }
}
