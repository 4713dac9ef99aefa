package tributary.input;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.commons.codec.digest.MurmurHash3;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * {@code LINE_HASH(text, ...)}: 128 bits (Murmur3 x64) of all arguments, each trimmed, a blank one
 * counting as null. Every argument is preceded by its length, so that no two lists of arguments are
 * hashed as the same bytes.
 */
public final class LineHash extends ScalarFunction {
  private static final long serialVersionUID = 1L;
  private static final int NULL_LENGTH = -1;

  private transient TextArgument argument;
  private transient byte[] buffer;

  @DataTypeHint("BINARY(16)")
  public byte[] eval(
      @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData... texts) {
    if (argument == null) {
      argument = new TextArgument();
      buffer = new byte[512];
    }
    int used = 0;
    for (StringData text : texts) {
      boolean present = argument.set(text);
      int length = present ? argument.length() : 0;
      if (buffer.length - used < length + Integer.BYTES) {
        buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, used + length + Integer.BYTES));
      }
      used = putLength(used, present ? length : NULL_LENGTH);
      System.arraycopy(argument.bytes(), argument.start(), buffer, used, length);
      used += length;
    }
    long[] hash = MurmurHash3.hash128x64(buffer, 0, used, 0);
    return ByteBuffer.allocate(2 * Long.BYTES).putLong(hash[0]).putLong(hash[1]).array();
  }

  private int putLength(int position, int length) {
    buffer[position] = (byte) (length >>> 24);
    buffer[position + 1] = (byte) (length >>> 16);
    buffer[position + 2] = (byte) (length >>> 8);
    buffer[position + 3] = (byte) length;
    return position + Integer.BYTES;
  }
}
