package tributary.input;

import java.io.Closeable;
import java.io.IOException;
import tributary.input.QuotedRecordParser.Outcome;

/**
 * Reads delimited text record by record and loses no physical line: what cannot be split into the
 * expected columns is a record with a {@link #problem}. A quoted field may run over several lines
 * when the whole then has the expected columns and none of the lines after the first is a complete
 * record by itself; otherwise the quote was never closed, which costs its one line.
 */
final class RecordReader implements Closeable {
  /** A longer record has a problem. */
  static final int MAXIMUM_BYTES = 1 << 20;

  /** Physical lines that one record may have. */
  static final int MAXIMUM_LINES = 100;

  /** Stands for a number of columns that is not known. */
  static final int ANY_NUMBER = -1;

  private final LineBuffer lines;
  private final int columns;
  private final byte delimiter;
  private final TextFields fields = new TextFields();
  private final TextFields otherFields = new TextFields();
  private final QuotedRecordParser parser;
  private final QuotedRecordParser otherParser;
  private int lineOfRecord;
  private int rawStart;
  private int rawEnd;
  private long line;
  private String problem;

  /**
   * @param quote the quote character, or a negative number for none
   * @param columns the number of columns expected, or {@link #ANY_NUMBER}
   */
  RecordReader(LineBuffer lines, char delimiter, int quote, int columns) {
    this.lines = lines;
    this.columns = columns;
    this.delimiter = (byte) delimiter;
    boolean quotes = quote >= 0;
    this.parser = quotes ? new QuotedRecordParser(delimiter, (char) quote, fields) : null;
    this.otherParser = quotes ? new QuotedRecordParser(delimiter, (char) quote, otherFields) : null;
  }

  /** The fields, when there is no problem. */
  TextFields fields() {
    return fields;
  }

  /** The array that holds the original text, from {@link #rawStart} to {@link #rawEnd}. */
  byte[] raw() {
    return lines.bytes();
  }

  int rawStart() {
    return rawStart;
  }

  int rawEnd() {
    return rawEnd;
  }

  /** The number of the record's first physical line. */
  long line() {
    return line;
  }

  /** Why the record cannot be used, or null. */
  String problem() {
    return problem;
  }

  /** Moves to the next record; false at the end of the text. */
  boolean next() throws IOException {
    if (!lines.next()) {
      return false;
    }
    line = lines.line();
    problem = problemOfLine();
    rawStart = lines.start();
    rawEnd = lines.end();
    return true;
  }

  private String problemOfLine() throws IOException {
    if (lines.length() > MAXIMUM_BYTES) {
      return tooLong();
    }
    if (lines.start() == lines.end()) {
      return "is blank";
    }
    if (lines.quoted()) {
      return problemOfQuoted();
    }
    fields.split(lines.bytes(), lines.start(), lines.end(), delimiter);
    return problemOfCount();
  }

  private String tooLong() {
    long kept = lines.end() - lines.start();
    String cut = kept < lines.length() ? ", of which the first " + kept + " are kept" : "";
    return "is %d bytes long, more than %d%s".formatted(lines.length(), MAXIMUM_BYTES, cut);
  }

  private String problemOfCount() {
    int count = fields.count();
    return count == columns || columns == ANY_NUMBER
        ? null
        : "has %d column%s, expected %d".formatted(count, count == 1 ? "" : "s", columns);
  }

  private String problemOfQuoted() throws IOException {
    lines.mark();
    lineOfRecord = 1;
    Outcome outcome = parser.parse(lines.bytes(), lines.start(), lines.end(), this::offerNext);
    boolean several = lineOfRecord > 1;
    if (several && (outcome != Outcome.RECORD || fields.count() != columns)) {
      lines.reset();
      return "quote never closed";
    }
    lines.joinToMarked();
    return switch (outcome) {
      case RECORD -> problemOfCount();
      case OPEN -> "quote never closed";
      case TEXT_AFTER_QUOTE -> "has text after a closing quote";
      case STRAY_LINE_BREAK -> "has a carriage return outside quotes";
    };
  }

  /** Offers the next line to a record whose quote is open, unless it should stand alone. */
  private boolean offerNext() throws IOException {
    lineOfRecord++;
    if (lineOfRecord > MAXIMUM_LINES || !lines.next() || isCompleteRecord()) {
      return false;
    }
    parser.offer(lines.bytes(), lines.start(), lines.end());
    return true;
  }

  private boolean isCompleteRecord() throws IOException {
    if (columns < 3) {
      return false;
    }
    if (!lines.quoted()) {
      otherFields.split(lines.bytes(), lines.start(), lines.end(), delimiter);
      return otherFields.count() == columns;
    }
    Outcome outcome = otherParser.parse(lines.bytes(), lines.start(), lines.end(), () -> false);
    return outcome == Outcome.RECORD
        && otherFields.count() == columns
        && !otherParser.quoteInText();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
