package tributary.input;

import java.io.IOException;
import tributary.input.Escapes.Scope;
import tributary.input.QuotedRecordParser.Continuation;
import tributary.input.QuotedRecordParser.Outcome;

/** Parses records in which one character escapes another, by the rules of {@link Escapes}. */
final class EscapedRecordParser {
  private static final String LETTERS = "0bnrtZ";
  private static final byte[] MEANT = {0, '\b', '\n', '\r', '\t', 26};

  private final byte delimiter;
  private final int quote;
  private final byte escape;
  private final Scope scope;
  private final TextFields fields;
  private Continuation continuation;
  private byte[] bytes;
  private int position;
  private int end;
  private boolean isLast;
  private boolean holdsNull;
  private boolean lineBreakIsEscaped;
  private boolean quoteInText;
  private String problem;

  /**
   * @param scope where characters are escaped in this text
   */
  EscapedRecordParser(TextDialect dialect, Scope scope, TextFields fields) {
    this.delimiter = (byte) dialect.delimiter();
    this.quote = dialect.quote();
    this.escape = (byte) dialect.escapes().character();
    this.scope = scope;
    this.fields = fields;
  }

  /** Parses the record that begins with the line given; fields are complete if it is a RECORD. */
  Outcome parse(byte[] source, int start, int lineEnd, Continuation further) throws IOException {
    continuation = further;
    quoteInText = false;
    problem = null;
    fields.clear();
    offer(source, start, lineEnd);
    isLast = false;
    Outcome outcome = Outcome.RECORD;
    while (outcome == Outcome.RECORD && !isLast) {
      fields.begin();
      holdsNull = false;
      boolean quoted = position < end && bytes[position] == quote;
      outcome = quoted ? quotedField() : textField();
      if (outcome == Outcome.RECORD && holdsNull && fields.size() != 2) {
        outcome = unknown((byte) 'N');
      }
      fields.finish(quoted, holdsNull);
    }
    return outcome;
  }

  /** Offers a line: the first, or on demand of a {@link Continuation} a further one. */
  void offer(byte[] source, int from, int to) {
    bytes = source;
    position = from;
    end = to;
  }

  /** Whether the line break that asks for another line is escaped, rather than in quotes. */
  boolean lineBreakIsEscaped() {
    return lineBreakIsEscaped;
  }

  /** Whether an unquoted field of the last record holds a quote character. */
  boolean quoteInText() {
    return quoteInText;
  }

  /** What is wrong with an escaped character. */
  String problem() {
    return problem;
  }

  private Outcome textField() throws IOException {
    while (position < end) {
      byte next = bytes[position++];
      if (next == delimiter) {
        return Outcome.RECORD;
      }
      Outcome outcome = Outcome.RECORD;
      if (next == escape) {
        outcome = escapedInText();
      } else {
        quoteInText |= next == quote;
        fields.append(next);
      }
      if (outcome != Outcome.RECORD) {
        return outcome;
      }
    }
    isLast = true;
    return Outcome.RECORD;
  }

  private Outcome quotedField() throws IOException {
    position++;
    while (true) {
      if (position == end) {
        lineBreakIsEscaped = false;
        if (!continuation.more()) {
          return Outcome.OPEN;
        }
        fields.append((byte) '\n');
        continue;
      }
      byte next = bytes[position++];
      if (next == escape) {
        Outcome outcome = escaped();
        if (outcome != Outcome.RECORD) {
          return outcome;
        }
      } else if (next != quote) {
        fields.append(next);
      } else if (position < end && bytes[position] == quote) {
        fields.append(next);
        position++;
      } else {
        return afterQuote();
      }
    }
  }

  private Outcome afterQuote() {
    isLast = position == end;
    return isLast || bytes[position++] == delimiter ? Outcome.RECORD : Outcome.TEXT_AFTER_QUOTE;
  }

  /** What follows an escape character outside quotes. */
  private Outcome escapedInText() throws IOException {
    if (scope == Scope.EVERYWHERE) {
      return escaped();
    }
    byte next = position < end ? bytes[position] : delimiter;
    if (next == 'N' && fields.size() == 0) {
      holdsNull = endsAfter(position);
    } else if (scope == Scope.QUOTES_AT_LEAST && isMeant(next)) {
      problem =
          "has %1$c%2$c outside quotes; say 'escape-in' = 'everywhere' in the profile if it is escaped there, or 'escape-in' = 'quotes' if it is text"
              .formatted(escape, next);
      return Outcome.BAD_ESCAPE;
    }
    fields.append(escape);
    return Outcome.RECORD;
  }

  private boolean endsAfter(int place) {
    return place + 1 == end || bytes[place + 1] == delimiter;
  }

  private boolean isMeant(byte next) {
    return next == escape || next == quote || LETTERS.indexOf(next) >= 0;
  }

  /** Takes over the character behind an escape character. */
  private Outcome escaped() throws IOException {
    if (position == end) {
      return escapedLineBreak();
    }
    byte next = bytes[position++];
    int letter = LETTERS.indexOf(next);
    if (next == escape || next == quote || next == delimiter || isPunctuation(next)) {
      fields.append(next);
    } else if (letter >= 0) {
      fields.append(MEANT[letter]);
    } else if (next == 'N' && fields.size() == 0) {
      fields.append(escape);
      fields.append(next);
      holdsNull = true;
    } else {
      return unknown(next);
    }
    return Outcome.RECORD;
  }

  private Outcome escapedLineBreak() throws IOException {
    lineBreakIsEscaped = true;
    if (!continuation.more()) {
      problem = "ends with the escape character " + (char) escape;
      return Outcome.BAD_ESCAPE;
    }
    fields.append((byte) '\n');
    return Outcome.RECORD;
  }

  private static boolean isPunctuation(byte next) {
    return next > ' ' && next < 0x7F && !Character.isLetterOrDigit(next);
  }

  private Outcome unknown(byte next) {
    problem =
        "has %c%s, which escapes nothing"
            .formatted(escape, next < 0 ? " before a letter" : Spaces.visible("" + (char) next));
    return Outcome.BAD_ESCAPE;
  }
}
