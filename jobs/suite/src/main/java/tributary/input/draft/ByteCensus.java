package tributary.input.draft;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Counts the bytes of a whole text, and finds its encoding by them. */
final class ByteCensus {
  private static final int CHUNK = 1 << 16;

  private final long[] counts = new long[256];
  private final long[] zeros = new long[2];
  private final CharsetDecoder utf8 =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final ByteBuffer pending = ByteBuffer.allocate(CHUNK + 8);
  private final CharBuffer decoded = CharBuffer.allocate(CHUNK + 8);
  private boolean isUtf8 = true;
  private long total;
  private final byte[] beginning = new byte[3];

  /** The next bytes of the text, at most {@value #CHUNK}. */
  void add(byte[] bytes, int size) {
    for (int i = 0; i < size; i++) {
      if (total + i < beginning.length) {
        beginning[(int) (total + i)] = bytes[i];
      }
      counts[bytes[i] & 0xff]++;
      if (bytes[i] == 0) {
        zeros[(int) ((total + i) & 1)]++;
      }
    }
    total += size;
    if (isUtf8) {
      pending.put(bytes, 0, size).flip();
      decoded.clear();
      isUtf8 = !utf8.decode(pending, decoded, false).isError();
      pending.compact();
    }
  }

  /** The encoding, as the profile's option names it. */
  Finding encoding() {
    if (starts(0xEF, 0xBB, 0xBF)) {
      return high("utf-8", "a byte order mark");
    }
    if (starts(0xFF, 0xFE) || starts(0xFE, 0xFF)) {
      return high(starts(0xFF, 0xFE) ? "utf-16le" : "utf-16be", "a byte order mark");
    }
    if (zeros[0] + zeros[1] > total / 4) {
      return high(zeros[1] > zeros[0] ? "utf-16le" : "utf-16be", "every other byte is zero");
    }
    long high = sum(0x80, 0xff);
    if (isUtf8 && pending.position() == 0) {
      return high == 0
          ? new Finding("encoding", "utf-8,windows-1252", Confidence.HIGH, "ASCII alone so far")
          : high("utf-8", "all of it is valid UTF-8");
    }
    return singleByte(high);
  }

  private Finding singleByte(long high) {
    long polish = counts[0xB3] + counts[0xB9] + counts[0xBF];
    long dos = counts[0x81] + counts[0x84] + counts[0x94] + counts[0x82];
    if (polish * 5 > high) {
      return new Finding(
          "encoding", "windows-1250", Confidence.MEDIUM, "its letters are Central European ones");
    }
    if (dos * 2 > high) {
      return new Finding("encoding", "ibm850", Confidence.MEDIUM, "its letters are those of DOS");
    }
    boolean isLatin = counts[0x81] + counts[0x8D] + counts[0x8F] + counts[0x90] > 0;
    return new Finding(
        "encoding",
        isLatin ? "iso-8859-1" : "windows-1252",
        Confidence.MEDIUM,
        "it is no UTF-8; single bytes stand for letters");
  }

  private static Finding high(String encoding, String evidence) {
    return new Finding("encoding", encoding, Confidence.HIGH, evidence);
  }

  private boolean starts(int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if ((beginning[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return total >= bytes.length;
  }

  private long sum(int from, int to) {
    long sum = 0;
    for (int i = from; i <= to; i++) {
      sum += counts[i];
    }
    return sum;
  }
}
