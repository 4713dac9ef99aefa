package tributary.input;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * Reads an offset from UTC: {@code Z}, {@code +01}, {@code +0100} or {@code +01:00}; and, where
 * names may stand, {@code GMT+1}, the names of RFC 5322, and those of Europe's zones; but not
 * {@code CST}, {@code IST} and {@code BST}, which are America's, India's and Britain's, and
 * others'.
 *
 * @param names whether names may stand there
 */
record OffsetReader(boolean names) implements PartReader {
  private static final Map<String, Integer> MINUTES =
      Map.ofEntries(
          Map.entry("UTC", 0),
          Map.entry("UT", 0),
          Map.entry("GMT", 0),
          Map.entry("WET", 0),
          Map.entry("WEST", 60),
          Map.entry("CET", 60),
          Map.entry("CEST", 120),
          Map.entry("MEZ", 60),
          Map.entry("MESZ", 120),
          Map.entry("EET", 120),
          Map.entry("EEST", 180),
          Map.entry("MSK", 180),
          Map.entry("EST", -300),
          Map.entry("EDT", -240),
          Map.entry("CDT", -300),
          Map.entry("MST", -420),
          Map.entry("MDT", -360),
          Map.entry("PST", -480),
          Map.entry("PDT", -420));

  @Override
  public int read(TextArgument text, int position, TimeReading into) {
    int end = position;
    while (end < text.length() && (text.at(end) | 0x20) >= 'a' && (text.at(end) | 0x20) <= 'z') {
      end++;
    }
    if (end == position) {
      return readDigits(text, position, 2, into);
    }
    String name = new String(text.copy(position, end), StandardCharsets.US_ASCII);
    if (name.equals("Z")) {
      into.time.setOffset(0);
      return end;
    }
    Integer minutes = names ? MINUTES.get(name.toUpperCase(Locale.ROOT)) : null;
    if (minutes == null) {
      return -1;
    }
    into.time.setOffset(minutes);
    boolean signed = end < text.length() && (text.at(end) == '+' || text.at(end) == '-');
    boolean mayHaveDigits = name.equalsIgnoreCase("GMT") || name.equalsIgnoreCase("UTC");
    return !signed ? end : mayHaveDigits ? readDigits(text, end, 1, into) : -1;
  }

  /** A sign, hours of at least so many digits, and minutes of two with or without a colon. */
  private static int readDigits(TextArgument text, int start, int leastHours, TimeReading into) {
    if (start >= text.length() || text.at(start) != '+' && text.at(start) != '-') {
      return -1;
    }
    int position = start + 1;
    int hourDigits = countDigits(text, position);
    if (hourDigits < leastHours || hourDigits > 2) {
      return -1;
    }
    int hours = CivilTime.digits(text.bytes(), text.start() + position, hourDigits);
    position += hourDigits;
    boolean colon = position < text.length() && text.at(position) == ':';
    int minutesStart = colon ? position + 1 : position;
    int minutes = 0;
    if (countDigits(text, minutesStart) == 2) {
      minutes = CivilTime.digits(text.bytes(), text.start() + minutesStart, 2);
      position = minutesStart + 2;
    } else if (colon) {
      return -1;
    }
    int size = hours * 60 + minutes;
    into.time.setOffset(text.at(start) == '-' ? -size : size);
    return minutes > 59 ? -1 : position;
  }

  /** How many digits come next, of two. */
  private static int countDigits(TextArgument text, int position) {
    int count = 0;
    while (count < 2
        && position + count < text.length()
        && text.at(position + count) >= '0'
        && text.at(position + count) <= '9') {
      count++;
    }
    return count;
  }
}
