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
  private TextBuffer appendQuoted(byte[] text, int start, int end) {
    append('"');
    ensure(6 * (end - start));
    for (int i = start; i < end; i++) {
      byte next = text[i];
      if (next == '"' || next == '\\') {
        bytes[length++] = '\\';
        bytes[length++] = next;
      } else if (next >= 0 && next < ' ') {
        append("\\u00").append(Character.forDigit(next >> 4, 16));
        append(Character.forDigit(next & 15, 16));
      } else {
        bytes[length++] = next;
      }
    }
    return append('"');
  }

  TextBuffer appendQuoted(TextBuffer other, int start, int end) {
    return appendQuoted(other.bytes, start, end);
  }

  TextBuffer appendQuoted(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return appendQuoted(utf8, 0, utf8.length);
  }

  /** Puts another character in the place of one. */
  TextBuffer set(int place, char ascii) {
    bytes[place] = (byte) ascii;
    return this;
  }

  int length() {
    return length;
  }

  byte at(int place) {
    return bytes[place];
  }

  /** All of it; valid until it is written anew. */
  StringData view() {
    return view(0, length, whole);
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

  /** Whether a part stands in JSON as it is, between quotes. */
  boolean needsNoEscapes(int start, int end) {
    for (int place = start; place < end; place++) {
      byte next = bytes[place];
      if (next == '"' || next == '\\' || next >= 0 && next < ' ') {
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
