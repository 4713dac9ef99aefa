package tributary.input;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;

/**
 * Parses records with quotes by FastCSV, which is fed one physical line at a time, its bytes
 * widened to characters, and so asks for another exactly when a quote is still open.
 */
final class QuotedRecordParser {
  /** What became of a record. */
  enum Outcome {
    RECORD,
    /** A quote was open at the end of the last line that was offered. */
    OPEN,
    /** Text follows a closing quote. */
    TEXT_AFTER_QUOTE,
    /** A carriage return outside quotes splits the line. */
    STRAY_LINE_BREAK,
    /** An escape character stands where it has no meaning, or more than one. */
    BAD_ESCAPE
  }

  /** Gives further physical lines to a record whose quote is open. */
  interface Continuation {
    /** Offers a line by {@link QuotedRecordParser#offer}; false when there is none to offer. */
    boolean more() throws IOException;
  }

  private final CsvReader.CsvReaderBuilder builder;
  private final TextFields fields;
  private final byte quote;
  private final Lines lines = new Lines();
  private CloseableIterator<Boolean> records;
  private Continuation continuation;
  private boolean quoteInText;

  QuotedRecordParser(char delimiter, char quote, TextFields fields) {
    this.fields = fields;
    this.quote = (byte) quote;
    this.builder =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .quoteCharacter(quote)
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
  }

  /** Parses the record that begins with the line given; fields are complete if it is a RECORD. */
  Outcome parse(byte[] bytes, int start, int end, Continuation further) {
    if (records == null) {
      records = builder.build(new Fields(), lines).iterator();
    }
    continuation = further;
    quoteInText = false;
    fields.clear();
    lines.begin();
    offer(bytes, start, end);
    Outcome outcome = next();
    if (outcome != Outcome.RECORD) {
      records = null;
    }
    return outcome;
  }

  /** Whether an unquoted field of the last record holds a quote character. */
  boolean quoteInText() {
    return quoteInText;
  }

  /** Offers a line: the first, or on demand of a {@link Continuation} a further one. */
  void offer(byte[] bytes, int start, int end) {
    lines.offer(bytes, start, end);
  }

  private Outcome next() {
    try {
      records.next();
      if (lines.starved) {
        return Outcome.OPEN;
      }
      return lines.broken && isMoreThanOne() ? Outcome.STRAY_LINE_BREAK : Outcome.RECORD;
    } catch (CsvParseException e) {
      if (e.getCause() instanceof CsvParseException) {
        return Outcome.TEXT_AFTER_QUOTE;
      }
      throw e;
    }
  }

  /** Asks for another record where there should be none, which ends this parser. */
  private boolean isMoreThanOne() {
    int count = fields.count();
    continuation = () -> false;
    boolean another = records.hasNext();
    records = null;
    return another || fields.count() != count;
  }

  /** The text that FastCSV reads. */
  private final class Lines extends Reader {
    private byte[] bytes;
    private int position;
    private int end;
    private boolean ended;
    private boolean starved;
    private boolean broken;

    void begin() {
      starved = false;
      broken = false;
    }

    void offer(byte[] source, int from, int to) {
      bytes = source;
      position = from;
      end = to;
      ended = false;
    }

    @Override
    public int read(char[] target, int offset, int size) {
      if (ended && !offered()) {
        starved = true;
        return -1;
      }
      int count = Math.min(size, end - position);
      for (int i = 0; i < count; i++) {
        byte next = bytes[position + i];
        broken |= next == '\r';
        target[offset + i] = next == '\r' ? '\n' : (char) (next & 0xff);
      }
      position += count;
      if (count < size && position == end) {
        target[offset + count] = '\n';
        ended = true;
        count++;
      }
      return count;
    }

    private boolean offered() {
      try {
        return continuation.more();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {}
  }

  /** Takes fields over from FastCSV's buffer. */
  private final class Fields extends AbstractBaseCsvCallbackHandler<Boolean> {
    @Override
    protected void handleField(int field, char[] buffer, int offset, int size, boolean quoted) {
      fields.append(buffer, offset, size, quoted);
      for (int i = offset; !quoted && !quoteInText && i < offset + size; i++) {
        quoteInText = buffer[i] == quote;
      }
    }

    @Override
    protected void handleEmpty() {
      fields.append(new char[0], 0, 0, false);
    }

    @Override
    protected Boolean buildRecord() {
      return Boolean.TRUE;
    }
  }
}
