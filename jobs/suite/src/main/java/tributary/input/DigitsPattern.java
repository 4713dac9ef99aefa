package tributary.input;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern of numbers and separators alone, matched byte by byte. One letter stands for one or two
 * digits, several for as many; {@code yy} is in the years 2000 to 2099.
 */
final class DigitsPattern implements TimestampPattern {
  private static final Pattern TOKEN = Pattern.compile("([A-Za-z])\\1*|'[^']+'|[^A-Za-z'\\[\\]]|.");
  private static final Pattern UNDERSTOOD =
      Pattern.compile("yyyy|uuuu|yy|uu|MM?|dd?|HH?|hh?|mm?|ss?|S{1,9}|a|'[^']+'|[^A-Za-z'\\[\\]]");

  /** One part of the pattern: a letter and how many digits it has, or a separator. */
  private record Part(char letter, int least, int most, byte[] literal) {}

  private final Part[] parts;
  private final boolean twelveHours;

  DigitsPattern(String pattern) {
    List<Part> found = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(pattern);
    while (matcher.find()) {
      found.add(part(matcher.group()));
    }
    parts = found.toArray(Part[]::new);
    twelveHours = has('h');
    if (!has('y') || !has('M') || !has('d') || twelveHours != has('a') || twelveHours && has('H')) {
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

  private boolean has(char letter) {
    for (Part part : parts) {
      if (part.letter == letter) {
        return true;
      }
    }
    return false;
  }

  private static Part part(String token) {
    char letter = token.charAt(0) == 'u' ? 'y' : token.charAt(0);
    if (letter == '\'') {
      return new Part(
          '\'', 0, 0, token.substring(1, token.length() - 1).getBytes(StandardCharsets.UTF_8));
    }
    if (!Character.isLetter(letter)) {
      return new Part('\'', 0, 0, token.getBytes(StandardCharsets.UTF_8));
    }
    int least = token.length();
    boolean either = least == 1 && letter != 'S';
    return new Part(letter, least, either ? 2 : least, null);
  }

  @Override
  public boolean parse(TextArgument text, CivilTime time) {
    time.clear();
    int position = 0;
    int half = 0;
    for (Part part : parts) {
      if (part.letter == '\'') {
        if (!matches(text, position, part.literal)) {
          return false;
        }
        position += part.literal.length;
      } else if (part.letter == 'a') {
        half = halfOfDay(text, position);
        if (half < 0) {
          return false;
        }
        position += 2;
      } else {
        int digits = countDigits(text, position, part.most);
        if (digits < part.least) {
          return false;
        }
        set(time, part, CivilTime.digits(text.bytes(), text.start() + position, digits));
        position += digits;
      }
    }
    return position == text.length() && setHour(time, half) && time.isReal();
  }

  private boolean setHour(CivilTime time, int half) {
    if (twelveHours) {
      if (time.hour < 1 || time.hour > 12) {
        return false;
      }
      time.hour = time.hour % 12 + half;
    }
    return true;
  }

  private static void set(CivilTime time, Part part, int number) {
    switch (part.letter) {
      case 'y' -> time.year = part.most == 2 ? 2000 + number : number;
      case 'M' -> time.month = number;
      case 'd' -> time.day = number;
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

  private static boolean matches(TextArgument text, int position, byte[] literal) {
    if (position + literal.length > text.length()) {
      return false;
    }
    for (int i = 0; i < literal.length; i++) {
      if (text.at(position + i) != literal[i]) {
        return false;
      }
    }
    return true;
  }

  /** Hours to be added for am or pm, in either case; negative for anything else. */
  private static int halfOfDay(TextArgument text, int position) {
    if (position + 2 > text.length() || (text.at(position + 1) | 0x20) != 'm') {
      return -1;
    }
    return switch (text.at(position) | 0x20) {
      case 'a' -> 0;
      case 'p' -> 12;
      default -> -1;
    };
  }
}
