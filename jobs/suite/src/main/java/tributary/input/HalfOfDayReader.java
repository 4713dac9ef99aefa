package tributary.input;

/** Reads {@code am} and {@code pm}, in either case, also as {@code a.m.} and {@code p. m.} */
record HalfOfDayReader() implements PartReader {
  @Override
  public int read(TextArgument text, int position, TimeReading into) {
    int length = text.length();
    if (position >= length) {
      return -1;
    }
    int half = text.at(position) | 0x20;
    if (half != 'a' && half != 'p') {
      return -1;
    }
    int next = position + 1;
    boolean dotted = next < length && text.at(next) == '.';
    if (dotted) {
      next++;
      if (next < length && text.at(next) == ' ') {
        next++;
      }
    }
    if (next >= length || (text.at(next) | 0x20) != 'm') {
      return -1;
    }
    next++;
    if (dotted && (next >= length || text.at(next++) != '.')) {
      return -1;
    }
    into.half = half == 'a' ? 0 : 12;
    return next;
  }
}
