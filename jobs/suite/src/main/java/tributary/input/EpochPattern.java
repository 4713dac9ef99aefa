package tributary.input;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** A count since 1970, in UTC; a fraction is kept to the microsecond. */
record EpochPattern(long microsPerUnit) implements TimestampPattern {
  private static final long MOST_MICROS = 1_000_000_000_000_000_000L;

  @Override
  public boolean parse(TextArgument text, CivilTime time) {
    int length = text.length();
    boolean negative = text.at(0) == '-';
    int position = negative ? 1 : 0;
    int first = position;
    long units = 0;
    while (position < length && isDigit(text.at(position))) {
      units = units * 10 + text.at(position++) - '0';
      if (units > MOST_MICROS / microsPerUnit) {
        return false;
      }
    }
    if (position == first) {
      return false;
    }
    long micros = units * microsPerUnit;
    if (position < length) {
      if (text.at(position++) != '.' || position == length) {
        return false;
      }
      for (long unit = microsPerUnit / 10; position < length; unit /= 10) {
        if (!isDigit(text.at(position))) {
          return false;
        }
        micros += unit * (text.at(position++) - '0');
      }
    }
    return set(time, negative ? -micros : micros);
  }

  private static boolean set(CivilTime time, long micros) {
    int nanos = (int) Math.floorMod(micros, 1_000_000L) * 1000;
    long seconds = Math.floorDiv(micros, 1_000_000L);
    time.set(LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC));
    return time.isReal();
  }

  private static boolean isDigit(byte next) {
    return next >= '0' && next <= '9';
  }
}
