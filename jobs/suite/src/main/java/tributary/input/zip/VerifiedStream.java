package tributary.input.zip;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** A stream that must have the size and the checksum that were told before. */
final class VerifiedStream extends FilterInputStream {
  private final CRC32 checksum = new CRC32();
  private final long expectedSize;
  private final long expectedChecksum;
  private long size;

  VerifiedStream(InputStream in, long expectedSize, long expectedChecksum) {
    super(in);
    this.expectedSize = expectedSize;
    this.expectedChecksum = expectedChecksum;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = unpacked(target, offset, length);
    if (read > 0) {
      checksum.update(target, offset, read);
      size += read;
    }
    boolean isAtEnd = read < 0 && length > 0;
    boolean differs = size != expectedSize || checksum.getValue() != expectedChecksum;
    if (size > expectedSize || isAtEnd && differs) {
      throw new IOException("it is damaged: its size or checksum differs from the archive's");
    }
    return read;
  }

  private int unpacked(byte[] target, int offset, int length) throws IOException {
    try {
      return in.read(target, offset, length);
    } catch (IOException | RuntimeException e) {
      throw new IOException("it is damaged, or cut off", e);
    }
  }

  @Override
  public long skip(long count) throws IOException {
    byte[] skipped = new byte[(int) Math.min(count, 1 << 13)];
    return Math.max(0, read(skipped, 0, skipped.length));
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
