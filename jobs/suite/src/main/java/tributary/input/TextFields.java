package tributary.input;

import java.util.Arrays;

/** The fields of one record: places in an array of UTF-8 bytes. Reused from record to record. */
final class TextFields {
  private final byte[] nullText;
  private byte[] bytes = new byte[256];
  private byte[] own = bytes;
  private int used;
  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private int count;
  private int begun;

  /**
   * @param nullText an unquoted field that means null and becomes empty; null for none
   */
  TextFields(byte[] nullText) {
    this.nullText = nullText;
  }

  byte[] bytes() {
    return bytes;
  }

  int count() {
    return count;
  }

  int start(int field) {
    return starts[field];
  }

  int end(int field) {
    return ends[field];
  }

  /** Begins a record without fields, whose fields will be copied in. */
  void clear() {
    bytes = own;
    used = 0;
    count = 0;
  }

  /** Splits a line that holds no quote; the fields are places in the array given. */
  void split(byte[] source, int from, int to, byte delimiter) {
    bytes = source;
    count = 0;
    int start = from;
    for (int position = from; position < to; position++) {
      if (source[position] == delimiter) {
        add(start, position);
        start = position + 1;
      }
    }
    add(start, to);
  }

  /** Copies in one field whose characters each stand for one byte. */
  void append(char[] characters, int from, int size, boolean quoted) {
    begin();
    reserve(size);
    for (int i = 0; i < size; i++) {
      own[used + i] = (byte) characters[from + i];
    }
    used += size;
    finish(quoted, false);
  }

  /** Begins a field that will be copied in byte by byte. */
  void begin() {
    begun = used;
  }

  /** The bytes of the field that was begun. */
  int size() {
    return used - begun;
  }

  /** Adds a byte to the field that was begun. */
  void append(byte next) {
    reserve(1);
    own[used++] = next;
  }

  /** Ends the field that was begun; one that is null becomes empty. */
  void finish(boolean quoted, boolean isNull) {
    boolean none = isNull || !quoted && nullText != null && isNullText(own, begun, used);
    place(begun, none ? begun : used);
  }

  private void reserve(int size) {
    if (own.length - used < size) {
      own = Arrays.copyOf(own, Math.max(own.length * 2, used + size));
      bytes = own;
    }
  }

  private boolean isNullText(byte[] source, int from, int to) {
    int start = Blanks.skipForward(source, from, to);
    int end = Blanks.skipBackward(source, start, to);
    return Arrays.equals(source, start, end, nullText, 0, nullText.length);
  }

  private void add(int start, int end) {
    place(start, nullText != null && isNullText(bytes, start, end) ? start : end);
  }

  private void place(int start, int end) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
    }
    starts[count] = start;
    ends[count] = end;
    count++;
  }
}
