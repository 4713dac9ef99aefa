package tributary.input;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.io.ParquetDecodingException;
import org.apache.parquet.io.api.Binary;

/**
 * The texts of a page of a Parquet file that stand there as they are, each behind its length. One
 * that equals the one before is the same object, for lines of a receipt have much in common.
 */
final class ParquetPlainTexts {
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] bytes;
  private final int end;
  private int place;
  private Binary last;
  private int lastStart;

  /**
   * @param page which has an array, and holds texts alone
   */
  ParquetPlainTexts(ByteBuffer page) {
    this.bytes = page.array();
    this.place = page.arrayOffset() + page.position();
    this.end = place + page.remaining();
  }

  Binary next() {
    int start = place + Integer.BYTES;
    int length = (int) INTS.get(bytes, place);
    if (length < 0 || length > end - start) {
      throw new ParquetDecodingException(
          "a text of %d bytes ends behind its page".formatted(length));
    }
    if (last == null
        || !Arrays.equals(
            bytes, start, start + length, bytes, lastStart, lastStart + last.length())) {
      last = Binary.fromConstantByteArray(bytes, start, length);
      lastStart = start;
    }
    place = start + length;
    return last;
  }
}
