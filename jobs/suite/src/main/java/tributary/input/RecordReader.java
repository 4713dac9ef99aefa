package tributary.input;

import java.io.Closeable;
import java.io.IOException;
import tributary.input.Escapes.Scope;
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
  private final Escapes escapes;
  private final TextFields fields;
  private final TextFields otherFields;
  private final QuotedRecordParser parser;
  private final QuotedRecordParser otherParser;
  private final EscapedRecordParser escapedParser;
  private final EscapedRecordParser otherEscapedParser;
  private int lineOfRecord;
  private int rawStart;
  private int rawEnd;
  private long line;
  private String problem;

  /**
   * @param columns the number of columns expected, or {@link #ANY_NUMBER}
   */
  RecordReader(LineBuffer lines, TextDialect dialect, int columns) {
    this.lines = lines;
    this.columns = columns;
    this.delimiter = (byte) dialect.delimiter();
    this.escapes = dialect.escapes();
    this.fields = dialect.fields();
    this.otherFields = dialect.fields();
    char quote = (char) dialect.quote();
    boolean quotes = dialect.quote() >= 0;
    this.parser = quotes ? new QuotedRecordParser(dialect.delimiter(), quote, fields) : null;
    this.otherParser =
        quotes ? new QuotedRecordParser(dialect.delimiter(), quote, otherFields) : null;
    Scope scope = escapes.areUsed() ? escapes.scope() : Scope.QUOTES;
    this.escapedParser = new EscapedRecordParser(dialect, scope, fields);
    this.otherEscapedParser = new EscapedRecordParser(dialect, scope, otherFields);
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
    if (escapes.areUsed() && (lines.escaped() || lines.quoted())) {
      return problemOfEscaped();
    }
    boolean escaped = lines.escaped();
    String found = lines.quoted() ? problemOfQuoted() : problemOfPlain();
    return escapes.scope() == Scope.UNSAID && (escaped || several())
        ? UnsaidEscapes.problem(lines, delimiter, found, this::isRecordWithEscapes)
        : found;
  }

  private String problemOfPlain() {
    lineOfRecord = 1;
    fields.split(lines.bytes(), lines.start(), lines.end(), delimiter);
    return problemOfCount();
  }

  private String tooLong() {
    long kept = lines.end() - lines.start();
    String cut = kept < lines.length() ? ", of which the first " + kept + " are kept" : "";
    return "is %s bytes long, more than %s%s".formatted(lines.length(), MAXIMUM_BYTES, cut);
  }

  private String problemOfCount() {
    int count = fields.count();
    return isExpected(count)
        ? null
        : "has %s column%s, expected %s".formatted(count, count == 1 ? "" : "s", columns);
  }

  private boolean isExpected(int count) {
    return count == columns || columns == ANY_NUMBER;
  }

  private boolean several() {
    return lineOfRecord > 1;
  }

  private String problemOfQuoted() throws IOException {
    begin();
    return problemOf(parser.parse(lines.bytes(), lines.start(), lines.end(), this::offerNext));
  }

  private String problemOfEscaped() throws IOException {
    begin();
    return problemOf(
        escapedParser.parse(lines.bytes(), lines.start(), lines.end(), this::offerNextEscaped));
  }

  private void begin() {
    lines.mark();
    lineOfRecord = 1;
  }

  private String problemOf(Outcome outcome) {
    String found =
        switch (outcome) {
          case RECORD -> problemOfCount();
          case OPEN -> "quote never closed";
          case TEXT_AFTER_QUOTE -> "has text after a closing quote";
          case STRAY_LINE_BREAK -> "has a carriage return outside quotes";
          case BAD_ESCAPE -> escapedParser.problem();
        };
    if (several() && found != null) {
      lines.reset();
      lineOfRecord = 1;
      return escapes.areUsed() && outcome == Outcome.RECORD
          ? "goes on in the next line, and then " + found
          : outcome == Outcome.BAD_ESCAPE ? found : "quote never closed";
    }
    lines.joinToMarked();
    return found;
  }

  private boolean isRecordWithEscapes() throws IOException {
    Outcome outcome =
        otherEscapedParser.parse(lines.bytes(), lines.start(), lines.end(), () -> false);
    return outcome == Outcome.RECORD && isExpected(otherFields.count());
  }

  /** Offers the next line to a record whose quote is open, unless it should stand alone. */
  private boolean offerNext() throws IOException {
    if (!hasNextLine() || isCompleteRecord()) {
      return false;
    }
    parser.offer(lines.bytes(), lines.start(), lines.end());
    return true;
  }

  /** The same; a line after an escaped line break never stands alone. */
  private boolean offerNextEscaped() throws IOException {
    if (!hasNextLine() || !escapedParser.lineBreakIsEscaped() && isCompleteRecord()) {
      return false;
    }
    escapedParser.offer(lines.bytes(), lines.start(), lines.end());
    return true;
  }

  private boolean hasNextLine() throws IOException {
    lineOfRecord++;
    return lineOfRecord <= MAXIMUM_LINES && lines.next();
  }

  private boolean isCompleteRecord() throws IOException {
    if (columns < 3) {
      return false;
    }
    if (escapes.areUsed() && (lines.escaped() || lines.quoted())) {
      return isRecordWithEscapes() && !otherEscapedParser.quoteInText();
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
