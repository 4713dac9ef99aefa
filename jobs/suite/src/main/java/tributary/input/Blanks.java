package tributary.input;

/** Skips {@link Spaces} around a text in UTF-8. */
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
      int size = first >= 0 ? 1 : sizeOfSpace(bytes, position, end);
      if (size == 0) {
        break;
      }
      position += size;
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
      int first = last >= 0 ? position - 1 : firstOfCharacter(bytes, start, position);
      if (last < 0 && sizeOfSpace(bytes, first, position) != position - first) {
        break;
      }
      position = first;
    }
    return position;
  }

  private static int firstOfCharacter(byte[] bytes, int start, int end) {
    int first = end - 1;
    while (first > start && (bytes[first] & 0xC0) == 0x80) {
      first--;
    }
    return first;
  }

  /** The bytes of the space of two or three bytes that begins here; 0 when there is none. */
  private static int sizeOfSpace(byte[] bytes, int position, int end) {
    int size = (bytes[position] & 0xE0) == 0xC0 ? 2 : (bytes[position] & 0xF0) == 0xE0 ? 3 : 0;
    if (size == 0 || position + size > end) {
      return 0;
    }
    int codePoint = bytes[position] & (size == 2 ? 0x1F : 0x0F);
    for (int i = 1; i < size; i++) {
      codePoint = codePoint << 6 | bytes[position + i] & 0x3F;
    }
    return Spaces.isSpace(codePoint) ? size : 0;
  }
}
