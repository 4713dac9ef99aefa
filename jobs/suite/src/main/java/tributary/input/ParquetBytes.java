package tributary.input;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.apache.avro.generic.GenericFixed;
import org.apache.parquet.io.api.Binary;

/** Texts, identifiers and bytes of Parquet files. */
final class ParquetBytes {
  private static final int UUID_BYTES = 16;

  private ParquetBytes() {}

  /** Bytes that are UTF-8; others are none of a text, and shown in hexadecimal. */
  static boolean text(Object value, TextBuffer target) {
    ByteBuffer text = ((Binary) value).toByteBuffer();
    int start = text.arrayOffset() + text.position();
    if (isUtf8(text.array(), start, start + text.remaining())) {
      target.append(text.array(), start, text.remaining());
      return true;
    }
    return !hex(value, target);
  }

  /** As {@code 123e4567-e89b-12d3-a456-426614174000}. */
  static boolean uuid(Object value, TextBuffer target) {
    byte[] bytes = of(value);
    String digits = HexFormat.of().formatHex(bytes);
    if (bytes.length != UUID_BYTES) {
      target.append(digits);
      return false;
    }
    target.append(digits.substring(0, 8)).append('-').append(digits.substring(8, 12));
    target.append('-').append(digits.substring(12, 16)).append('-');
    target.append(digits.substring(16, 20)).append('-').append(digits.substring(20));
    return true;
  }

  /** Any value; bytes in hexadecimal. */
  static boolean hex(Object value, TextBuffer target) {
    boolean isBytes =
        value instanceof Binary || value instanceof ByteBuffer || value instanceof GenericFixed;
    target.append(isBytes ? HexFormat.of().formatHex(of(value)) : value.toString());
    return true;
  }

  /** A text that is JSON already. */
  static boolean json(Object value, TextBuffer target) {
    target.append((String) value);
    return true;
  }

  /** The bytes of a value that is kept as bytes. */
  static byte[] of(Object value) {
    if (value instanceof GenericFixed fixed) {
      return fixed.bytes();
    }
    if (value instanceof Binary text) {
      return text.getBytes();
    }
    ByteBuffer buffer = ((ByteBuffer) value).duplicate();
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  /** Whether bytes are well-formed UTF-8 (Unicode, table 3-7). */
  static boolean isUtf8(byte[] bytes, int start, int end) {
    int place = start;
    while (place < end) {
      int more = bytes[place] >= 0 ? 0 : following(bytes, place, end);
      if (more < 0) {
        return false;
      }
      place += 1 + more;
    }
    return true;
  }

  /** How many bytes follow in a character of several, or -1 when they are none. */
  private static int following(byte[] bytes, int place, int end) {
    int first = bytes[place] & 0xFF;
    int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
    if (first < 0xC2 || first > 0xF4 || place + more >= end) {
      return -1;
    }
    for (int i = 1; i <= more; i++) {
      if ((bytes[place + i] & 0xC0) != 0x80) {
        return -1;
      }
    }
    int second = bytes[place + 1] & 0xFF;
    boolean isWrong =
        first == 0xE0 && second < 0xA0
            || first == 0xED && second > 0x9F
            || first == 0xF0 && second < 0x90
            || first == 0xF4 && second > 0x8F;
    return isWrong ? -1 : more;
  }
}
