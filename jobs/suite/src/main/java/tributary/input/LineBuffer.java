package tributary.input;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The physical lines of a text whose line breaks, delimiters and quotes are single ASCII bytes. The
 * current line lies in {@link #bytes} from {@link #start} to {@link #end}, without its line break.
 * Memory is bounded: of a line longer than {@link #MAXIMUM_KEPT} the rest is counted and dropped.
 */
final class LineBuffer implements Closeable {
  /** Bytes of one line that are kept. */
  static final int MAXIMUM_KEPT = 16 << 20;

  /** Bytes beyond a marked line within which lines are found. */
  static final int MAXIMUM_LOOK_AHEAD = 1 << 20;

  private static final int INITIAL_SIZE = 1 << 18;

  private final InputStream in;
  private final byte quote;
  private final byte escape;
  private byte[] buffer = new byte[INITIAL_SIZE];
  private int filled;
  private int next;
  private boolean atEnd;
  private int start;
  private int end;
  private int mark = -1;
  private int markedNext;
  private int markedEnd;
  private long line;
  private long markedLine;
  private long length;
  private boolean quoted;
  private boolean escaped;

  /**
   * @param quote the quote character, or a negative number for none
   * @param escape the escape character, or a negative number for none
   * @param firstLine the number of the first line
   */
  LineBuffer(InputStream in, int quote, int escape, long firstLine) {
    this.in = in;
    this.quote = quote < 0 ? (byte) '\n' : (byte) quote;
    this.escape = escape < 0 ? (byte) '\n' : (byte) escape;
    this.line = firstLine - 1;
  }

  byte[] bytes() {
    return buffer;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** The current line's number. */
  long line() {
    return line;
  }

  /** Bytes of the current line as delivered; more than end - start when it was cut. */
  long length() {
    return length;
  }

  /** Whether the current line holds a quote character. */
  boolean quoted() {
    return quoted;
  }

  /** Whether a byte is the quote character. */
  boolean isQuote(byte character) {
    return character == quote && quote != '\n';
  }

  /** Whether the current line holds an escape character. */
  boolean escaped() {
    return escaped;
  }

  /** Moves to the next line; false when there is none, or none near enough to a marked line. */
  boolean next() throws IOException {
    int position = next;
    start = next;
    quoted = false;
    escaped = false;
    while (true) {
      position = scan(position);
      if (position < filled) {
        return finish(position, position + 1);
      }
      if (mark >= 0 && filled - mark >= MAXIMUM_LOOK_AHEAD) {
        return false;
      }
      if (filled - start >= MAXIMUM_KEPT) {
        return cut();
      }
      int before = start;
      if (!fill()) {
        return start < filled && finish(filled, filled);
      }
      position -= before - start;
    }
  }

  /** Finds the next line feed from a position, or the end of what is filled. */
  private int scan(int from) {
    byte[] bytes = buffer;
    int limit = filled;
    byte soughtQuote = quote;
    byte soughtEscape = escape;
    boolean seenQuote = quoted;
    boolean seenEscape = escaped;
    int position = from;
    for (; position < limit; position++) {
      byte found = bytes[position];
      if (found == '\n') {
        break;
      }
      if (found == soughtQuote) {
        seenQuote = true;
      } else if (found == soughtEscape) {
        seenEscape = true;
      }
    }
    quoted = seenQuote;
    escaped = seenEscape;
    return position;
  }

  private boolean finish(int lineEnd, int following) {
    next = following;
    line++;
    end = lineEnd > start && buffer[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
    length = end - start;
    return true;
  }

  /** Ends a line that is too long to keep, and skips what is left of it. */
  private boolean cut() throws IOException {
    int kept = filled;
    finish(wholeCharacters(kept), kept);
    long dropped = kept - end;
    byte[] rest = new byte[1 << 16];
    while (true) {
      int read = in.read(rest);
      if (read < 0) {
        break;
      }
      int position = 0;
      while (position < read && rest[position] != '\n') {
        position++;
      }
      dropped += position;
      if (position < read) {
        keep(rest, position + 1, read);
        break;
      }
    }
    length += dropped;
    return true;
  }

  /** Steps back from a place within a UTF-8 character to its beginning. */
  private int wholeCharacters(int limit) {
    int last = limit - 1;
    while (last > start && (buffer[last] & 0xC0) == 0x80) {
      last--;
    }
    return buffer[last] < 0 ? last : limit;
  }

  private void keep(byte[] rest, int from, int to) {
    int size = to - from;
    if (buffer.length - filled < size) {
      buffer = Arrays.copyOf(buffer, filled + size);
    }
    System.arraycopy(rest, from, buffer, filled, size);
    filled += size;
  }

  /** Reads more, after moving what is still needed to the front; false at the end. */
  private boolean fill() throws IOException {
    if (atEnd) {
      return false;
    }
    int needed = mark >= 0 ? mark : start;
    if (filled == buffer.length) {
      shift(needed);
    }
    int read = in.read(buffer, filled, buffer.length - filled);
    if (read < 0) {
      atEnd = true;
      return false;
    }
    filled += read;
    return true;
  }

  private void shift(int needed) {
    int kept = filled - needed;
    byte[] target = kept > buffer.length / 2 ? new byte[buffer.length * 2] : buffer;
    System.arraycopy(buffer, needed, target, 0, kept);
    buffer = target;
    filled = kept;
    start -= needed;
    if (mark >= 0) {
      mark -= needed;
      markedNext -= needed;
      markedEnd -= needed;
    }
  }

  /** The bytes that follow the current line, at most so many, each as a character. */
  String ahead(int size) throws IOException {
    while (filled - next < size && fill()) {
      continue;
    }
    return new String(buffer, next, Math.min(size, filled - next), StandardCharsets.ISO_8859_1);
  }

  /** Remembers the current line, to come back to it with {@link #reset}. */
  void mark() {
    mark = start;
    markedNext = next;
    markedEnd = end;
    markedLine = line;
  }

  /** Makes the marked line the current one again. */
  void reset() {
    start = mark;
    next = markedNext;
    end = markedEnd;
    line = markedLine;
    length = end - start;
    mark = -1;
  }

  /** Makes the current line reach back to the beginning of the marked one. */
  void joinToMarked() {
    start = mark;
    length = end - start;
    mark = -1;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
