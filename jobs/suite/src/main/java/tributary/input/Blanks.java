package tributary.input;

/** What counts as blank around a text: ASCII blanks and controls, and the no-break space. */
final class Blanks {
  private Blanks() {}

  /** The first place from a start that is not blank, or the end. */
  static int skipForward(byte[] bytes, int start, int end) {
    int position = start;
    while (position < end) {
      byte first = bytes[position];
      if (first > ' ') {
        break;
      }
      if (first >= 0) {
        position++;
      } else if (isNoBreakSpace(bytes, position, end)) {
        position += 2;
      } else {
        break;
      }
    }
    return position;
  }

  /** The place after the last that is not blank, or the start. */
  static int skipBackward(byte[] bytes, int start, int end) {
    int position = end;
    while (position > start) {
      byte last = bytes[position - 1];
      if (last > ' ') {
        break;
      }
      if (last >= 0) {
        position--;
      } else if (position - 2 >= start && isNoBreakSpace(bytes, position - 2, end)) {
        position -= 2;
      } else {
        break;
      }
    }
    return position;
  }

  private static boolean isNoBreakSpace(byte[] bytes, int position, int end) {
    return position + 1 < end
        && bytes[position] == (byte) 0xC2
        && bytes[position + 1] == (byte) 0xA0;
  }
}
