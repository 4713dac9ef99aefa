package tributary.input;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;

/** Reads the name of a time zone, such as {@code Europe/Berlin} or {@code UTC}. */
record ZoneReader() implements PartReader {
  @Override
  public int read(TextArgument text, int position, TimeReading into) {
    int end = position;
    while (end < text.length() && isPartOfName(text.at(end))) {
      end++;
    }
    try {
      into.zone = ZoneId.of(new String(text.copy(position, end), StandardCharsets.US_ASCII));
      return end;
    } catch (DateTimeException e) {
      return -1;
    }
  }

  private static boolean isPartOfName(byte next) {
    return (next | 0x20) >= 'a' && (next | 0x20) <= 'z'
        || next >= '0' && next <= ':'
        || "/_+-".indexOf(next) >= 0;
  }
}
