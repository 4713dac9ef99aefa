package tributary.input;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.flink.core.memory.MemorySegment;
import org.apache.flink.core.memory.MemorySegmentFactory;
import org.apache.flink.table.data.StringData;

/** A UTF-8 text that is written piece by piece, in memory that is used again. */
final class TextBuffer {
  private byte[] bytes = new byte[64];
  private int length;
  private MemorySegment[] segments = {MemorySegmentFactory.wrap(bytes)};
  private final TextView whole = new TextView();

  TextBuffer clear() {
    length = 0;
    return this;
  }

  TextBuffer append(char ascii) {
    ensure(1);
    bytes[length++] = (byte) ascii;
    return this;
  }

  TextBuffer append(String text) {
    return append(text.getBytes(StandardCharsets.UTF_8));
  }

  TextBuffer append(byte[] text) {
    return append(text, 0, text.length);
  }

  TextBuffer append(byte[] text, int start, int size) {
    ensure(size);
    System.arraycopy(text, start, bytes, length, size);
    length += size;
    return this;
  }

  /** A part of another's text. */
  TextBuffer append(TextBuffer other, int start, int end) {
    return append(other.bytes, start, end - start);
  }

  /** A number that is not negative, with zeros before it up to a number of digits. */
  TextBuffer append(long number, int digits) {
    int needed = 1;
    for (long rest = number / 10; rest > 0; rest /= 10) {
      needed++;
    }
    int size = Math.max(needed, digits);
    ensure(size);
    long rest = number;
    for (int place = length + size - 1; place >= length; place--) {
      bytes[place] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += size;
    return this;
  }

  /** A text between quotes, as JSON has it. */
  TextBuffer appendQuoted(String text) {
    append('"');
    for (byte next : text.getBytes(StandardCharsets.UTF_8)) {
      if (next == '"' || next == '\\') {
        append('\\').append((char) next);
      } else if (next >= 0 && next < ' ') {
        append("\\u00").append(Character.forDigit(next >> 4, 16));
        append(Character.forDigit(next & 15, 16));
      } else {
        append((char) next);
      }
    }
    return append('"');
  }

  /** A part of another's text between quotes, as a CSV record has it. */
  TextBuffer appendQuotedField(TextBuffer other, int start, int end) {
    append('"');
    for (int place = start; place < end; place++) {
      byte next = other.bytes[place];
      if (next == '"') {
        append('"');
      }
      append((char) next);
    }
    return append('"');
  }

  int length() {
    return length;
  }

  /** All of it; valid until it is written anew. */
  StringData view() {
    return viewFrom(0);
  }

  /** What is behind some place; valid until it is written anew. */
  StringData viewFrom(int start) {
    return view(start, length, whole);
  }

  /** A part of it, shown by a view; valid until it is cleared. */
  StringData view(int start, int end, TextView view) {
    return view.of(segments, start, end);
  }

  /** Where a part begins when blanks before it are left out. */
  int startTrimmed(int start, int end) {
    return Blanks.skipForward(bytes, start, end);
  }

  /** Where a part ends when blanks behind it are left out. */
  int endTrimmed(int start, int end) {
    return Blanks.skipBackward(bytes, start, end);
  }

  /** Whether a part stands in a CSV record as it is, without quotes. */
  boolean needsNoQuotes(int start, int end) {
    for (int place = start; place < end; place++) {
      byte next = bytes[place];
      if (next == '"' || next == ',' || next == '\n' || next == '\r') {
        return false;
      }
    }
    return true;
  }

  String toString(int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return toString(0, length);
  }

  private void ensure(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
      segments = new MemorySegment[] {MemorySegmentFactory.wrap(bytes)};
    }
  }
}
