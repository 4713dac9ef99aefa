package tributary.input;

import java.util.Arrays;

/** The fields of one record: places in an array of UTF-8 bytes. Reused from record to record. */
final class TextFields {
  private byte[] bytes = new byte[256];
  private byte[] own = bytes;
  private int used;
  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private int count;

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
  void append(char[] characters, int from, int size) {
    if (own.length - used < size) {
      own = Arrays.copyOf(own, Math.max(own.length * 2, used + size));
      bytes = own;
    }
    for (int i = 0; i < size; i++) {
      own[used + i] = (byte) characters[from + i];
    }
    add(used, used + size);
    used += size;
  }

  private void add(int start, int end) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
    }
    starts[count] = start;
    ends[count] = end;
    count++;
  }
}
