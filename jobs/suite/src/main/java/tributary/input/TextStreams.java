package tributary.input;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** Byte streams of text files: unpacked, without a byte order mark, as UTF-8. */
final class TextStreams {
  private static final int BUFFER_SIZE = 1 << 16;

  private TextStreams() {}

  /** Unpacks a gzip stream, which is closed when it is none. */
  static InputStream gunzip(InputStream in) throws IOException {
    return closedOnFailure(in, packed -> new GZIPInputStream(packed, BUFFER_SIZE));
  }

  /** The same text as UTF-8, without a byte order mark; closed when its beginning can't be read. */
  static InputStream utf8(InputStream in, Charset charset) throws IOException {
    InputStream text =
        charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII)
            ? in
            : new Transcoder(new InputStreamReader(in, charset));
    return closedOnFailure(text, TextStreams::withoutMark);
  }

  /** The same, failing where the text is not in this charset. */
  static InputStream utf8Strictly(InputStream in, Charset charset) throws IOException {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    return closedOnFailure(
        new Transcoder(new InputStreamReader(in, decoder)), TextStreams::withoutMark);
  }

  /** Uses a stream that is just open; when that fails nobody else could close it. */
  static <S extends Closeable, T> T closedOnFailure(S stream, Use<S, T> use) throws IOException {
    try {
      return use.of(stream);
    } catch (IOException | RuntimeException e) {
      try (stream) {
        throw e;
      }
    }
  }

  /** What is made of a stream. */
  interface Use<S, T> {
    T of(S stream) throws IOException;
  }

  private static InputStream withoutMark(InputStream in) throws IOException {
    PushbackInputStream text = new PushbackInputStream(in, 3);
    byte[] first = text.readNBytes(3);
    boolean marked =
        first.length == 3
            && first[0] == (byte) 0xEF
            && first[1] == (byte) 0xBB
            && first[2] == (byte) 0xBF;
    if (!marked) {
      text.unread(first);
    }
    return text;
  }

  /** Encodes characters as UTF-8. */
  private static final class Transcoder extends InputStream {
    private final InputStreamReader reader;
    private final char[] characters = new char[BUFFER_SIZE / 3];
    private byte[] encoded = new byte[0];
    private int position;
    private char pending;

    Transcoder(InputStreamReader reader) {
      this.reader = reader;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int size) throws IOException {
      if (size == 0) {
        return 0;
      }
      if (position == encoded.length && !encodeMore()) {
        return -1;
      }
      int count = Math.min(size, encoded.length - position);
      System.arraycopy(encoded, position, target, offset, count);
      position += count;
      return count;
    }

    private boolean encodeMore() throws IOException {
      int kept = pending == 0 ? 0 : 1;
      characters[0] = pending;
      pending = 0;
      int read = reader.read(characters, kept, characters.length - kept);
      if (read < 0 && kept == 0) {
        return false;
      }
      int count = kept + Math.max(read, 0);
      if (read > 0 && Character.isHighSurrogate(characters[count - 1])) {
        pending = characters[--count];
      }
      encoded = new String(characters, 0, count).getBytes(StandardCharsets.UTF_8);
      position = 0;
      return count > 0 || encodeMore();
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
