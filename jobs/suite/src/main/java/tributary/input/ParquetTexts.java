package tributary.input;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.table.data.StringData;

/**
 * Texts of values of one column of a Parquet file, each with the field that it is in a CSV record
 * (RFC 4180), so that a value that many rows have is written once. Each has a place here: where its
 * text begins, in the upper half, and ends; below zero, the number of one that is {@link Odd}.
 */
final class ParquetTexts {
  /** The place of no value. */
  static final long NONE = 0;

  private final ParquetColumn column;
  private final ParquetText text;
  private final TextBuffer written = new TextBuffer();
  private final List<Odd> odd = new ArrayList<>();
  private boolean hasProblems;

  ParquetTexts(ParquetColumn column) {
    this.column = column;
    this.text = column.text();
  }

  /** Forgets all values. */
  void clear() {
    written.clear();
    odd.clear();
    hasProblems = false;
  }

  /** The place of a value, which is not null. */
  long write(Object value) {
    written.append(',');
    int start = written.length();
    boolean isRight = text.write(value, written);
    int end = written.length();
    int trimmedStart = written.startTrimmed(start, end);
    int trimmedEnd = written.endTrimmed(trimmedStart, end);
    boolean isTrimmed = trimmedStart == start && trimmedEnd == end && start < end;
    boolean isBare = isTrimmed && written.needsNoQuotes(start, end);
    if (isRight && isBare) {
      return (long) start << Integer.SIZE | end;
    }
    int field = isBare ? start - 1 : end;
    if (!isBare) {
      written.append(',').appendQuotedField(written, start, end);
    }
    String problem = isRight ? null : problem(start, end);
    odd.add(new Odd(trimmedStart, trimmedEnd, field, written.length(), problem));
    hasProblems |= !isRight;
    return -odd.size();
  }

  private String problem(int start, int end) {
    return "holds %s in the column '%s', which is no value of its type %s%s"
        .formatted(
            start == end ? "nothing" : written.toString(start, end),
            column.name(),
            column.kind(),
            column.isBytes() ? " (its bytes in hexadecimal)" : "");
  }

  /** Whether something is wrong with any value. */
  boolean hasProblems() {
    return hasProblems;
  }

  /** What is wrong with a value, or null. */
  String problem(long place) {
    return place < NONE ? odd(place).problem : null;
  }

  private Odd odd(long place) {
    return odd.get((int) -place - 1);
  }

  /** Null when it is blank; valid until the next {@link #clear}, or the view's next text. */
  StringData trimmed(long place, TextView view) {
    if (place > NONE) {
      return written.view((int) (place >> Integer.SIZE), (int) place, view);
    }
    if (place == NONE) {
      return null;
    }
    Odd found = odd(place);
    return found.start == found.end ? null : written.view(found.start, found.end, view);
  }

  /** Appends a value as a field of a CSV record, after a comma. */
  void writeField(long place, TextBuffer target) {
    if (place > NONE) {
      target.append(written, (int) (place >> Integer.SIZE) - 1, (int) place);
    } else if (place == NONE) {
      target.append(',');
    } else {
      Odd found = odd(place);
      target.append(written, found.field, found.fieldEnd);
    }
  }

  /**
   * A value that has blanks around it, is wrong, or stands between quotes in a CSV record.
   *
   * @param start of the text, blanks left out
   * @param end behind it
   * @param field the comma before its field, the quotes included
   * @param fieldEnd behind its field
   * @param problem what is wrong with it, or null
   */
  private record Odd(int start, int end, int field, int fieldEnd, String problem) {}
}
