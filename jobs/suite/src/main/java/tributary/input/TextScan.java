package tributary.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import tributary.input.InspectedFile.Section;

/** One pass over a text: counts its lines, decodes it strictly, and finds where it can be cut. */
final class TextScan {
  private static final int CHUNK = 1 << 16;

  private final int quote;
  private final long sectionBytes;
  private final CharsetDecoder decoder;
  private final ByteBuffer undecoded = ByteBuffer.allocate(CHUNK + 16);
  private final CharBuffer decoded = CharBuffer.allocate(CHUNK + 16);
  private final List<Section> sections = new ArrayList<>();
  private long position;
  private long lines;
  private long carriageReturns;
  private long lastQuotedLine = -1;
  private long sectionStart;
  private long sectionLine = 1;
  private long zeroAt = -1;
  private byte last = '\n';

  /**
   * @param quote the quote character, or a negative number for none
   * @param sectionBytes the least size of a section
   */
  TextScan(Charset charset, int quote, long sectionBytes) {
    this.quote = quote;
    this.sectionBytes = sectionBytes;
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /**
   * Reads a text to its end, or to its first zero byte.
   *
   * @throws CharacterCodingException when the text is not in this charset; {@link #lines} then
   *     tells about where
   */
  void scan(InputStream in) throws IOException {
    byte[] chunk = new byte[CHUNK];
    int size;
    while (zeroAt < 0 && (size = in.readNBytes(chunk, 0, CHUNK)) > 0) {
      boolean ascii = scan(chunk, size);
      if (!ascii || undecoded.position() > 0) {
        decode(chunk, size);
      }
      position += size;
    }
    if (zeroAt < 0) {
      finishDecoding();
      sections.add(new Section(sectionStart, position - sectionStart, sectionLine));
    }
  }

  private boolean scan(byte[] chunk, int size) {
    int all = 0;
    for (int i = 0; i < size; i++) {
      byte next = chunk[i];
      all |= next;
      if (next == '\n') {
        lines++;
        if (position + i - sectionStart >= sectionBytes) {
          cutAfter(position + i);
        }
      } else if (next == quote) {
        lastQuotedLine = lines;
      } else if (next == '\r') {
        carriageReturns++;
      } else if (next == 0) {
        zeroAt = position + i;
        return true;
      }
    }
    last = chunk[size - 1];
    return all >= 0;
  }

  /** A record that began before can only reach here across quotes, and not far. */
  private void cutAfter(long lineFeed) {
    if (lastQuotedLine < 0 || lines - lastQuotedLine > RecordReader.MAXIMUM_LINES) {
      sections.add(new Section(sectionStart, lineFeed + 1 - sectionStart, sectionLine));
      sectionStart = lineFeed + 1;
      sectionLine = lines + 1;
    }
  }

  private void decode(byte[] chunk, int size) throws CharacterCodingException {
    undecoded.put(chunk, 0, size).flip();
    decoded.clear();
    check(decoder.decode(undecoded, decoded, false));
    undecoded.compact();
  }

  private void finishDecoding() throws CharacterCodingException {
    undecoded.flip();
    decoded.clear();
    check(decoder.decode(undecoded, decoded, true));
    check(decoder.flush(decoded));
  }

  private static void check(CoderResult outcome) throws CharacterCodingException {
    if (outcome.isError()) {
      outcome.throwException();
    }
  }

  /** Physical lines, an unterminated one included. */
  long lines() {
    return isOpen() ? lines + 1 : lines;
  }

  /** Whether the last line lacks its line break. */
  boolean isOpen() {
    return last != '\n';
  }

  /** Whether only carriage returns end the lines. */
  boolean hasOnlyCarriageReturns() {
    return lines == 0 && carriageReturns > 0;
  }

  long bytes() {
    return position;
  }

  /** Where the first zero byte is, or a negative number. */
  long zeroAt() {
    return zeroAt;
  }

  List<Section> sections() {
    return sections;
  }
}
