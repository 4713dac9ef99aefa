package tributary.input;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.io.ParquetDecodingException;

/**
 * Numbers of a few bits in runs: one of them many times, or many one after the other
 * (https://parquet.apache.org/docs/file-format/data-pages/encodings, RLE). parquet-java gives each
 * by itself; here many are read at once.
 */
final class ParquetRuns implements ParquetInts {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Behind the bytes: the last eight numbers may be cut off, and eight bytes are read at once. */
  private static final int ROOM = Integer.SIZE + Long.BYTES;

  private final byte[] bytes;
  private final int bits;
  private final long mask;
  private int place;
  private int left;
  private boolean isPacked;
  private int repeated;
  private long bit;

  /**
   * @param runs all of them, which are read from the buffer
   * @param bits of each number
   */
  ParquetRuns(ByteBuffer runs, int bits) {
    if (bits < 0 || bits > Integer.SIZE) {
      throw new ParquetDecodingException("numbers of %d bits".formatted(bits));
    }
    this.bytes = new byte[runs.remaining() + ROOM];
    this.bits = bits;
    this.mask = (1L << bits) - 1;
    runs.get(bytes, 0, runs.remaining());
  }

  @Override
  public void read(int[] target, int count) {
    int done = 0;
    while (done < count) {
      if (left == 0) {
        nextRun();
      }
      int size = Math.min(left, count - done);
      if (isPacked) {
        unpack(target, done, done + size);
      } else {
        Arrays.fill(target, done, done + size, repeated);
      }
      left -= size;
      done += size;
    }
  }

  private void nextRun() {
    int header = nextHeader();
    isPacked = (header & 1) != 0;
    left = header >>> 1;
    if (isPacked) {
      bit = (long) place * Byte.SIZE;
      place = Math.addExact(place, Math.multiplyExact(left, bits));
      left = Math.multiplyExact(left, Byte.SIZE);
    } else {
      repeated = (int) ((long) LONGS.get(bytes, place) & mask);
      place += (bits + Byte.SIZE - 1) / Byte.SIZE;
    }
  }

  private int nextHeader() {
    int header = 0;
    int shift = 0;
    byte next;
    do {
      next = bytes[place++];
      header |= (next & 0x7F) << shift;
      shift += 7;
    } while (next < 0);
    return header;
  }

  private void unpack(int[] target, int start, int end) {
    long next = bit;
    for (int i = start; i < end; i++) {
      long word = (long) LONGS.get(bytes, (int) (next >>> 3));
      target[i] = (int) (word >>> (next & 7) & mask);
      next += bits;
    }
    bit = next;
  }
}
