package tributary.input;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.commons.codec.digest.MurmurHash3;
import org.apache.flink.table.data.StringData;

/**
 * Hashes texts to 128 bits (Murmur3 x64), each trimmed, a blank one counting as null. Every text is
 * preceded by its length, so that no two lists of texts are hashed as the same bytes. Reused from
 * row to row.
 */
final class HashedTexts {
  private static final int NULL_LENGTH = -1;

  private final TextArgument argument = new TextArgument();
  private byte[] buffer = new byte[512];
  private int used;

  void add(StringData text) {
    boolean present = argument.set(text);
    int length = present ? argument.length() : 0;
    if (buffer.length - used < length + Integer.BYTES) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, used + length + Integer.BYTES));
    }
    putLength(present ? length : NULL_LENGTH);
    System.arraycopy(argument.bytes(), argument.start(), buffer, used, length);
    used += length;
  }

  /** The hash of the texts added since the last call. */
  byte[] hash() {
    long[] hash = MurmurHash3.hash128x64(buffer, 0, used, 0);
    used = 0;
    return ByteBuffer.allocate(2 * Long.BYTES).putLong(hash[0]).putLong(hash[1]).array();
  }

  private void putLength(int length) {
    buffer[used] = (byte) (length >>> 24);
    buffer[used + 1] = (byte) (length >>> 16);
    buffer[used + 2] = (byte) (length >>> 8);
    buffer[used + 3] = (byte) length;
    used += Integer.BYTES;
  }
}
