package tributary.input;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.table.data.StringData;

/**
 * Texts of numbered values of one column of a Parquet file, each with the field that it is in a CSV
 * record (RFC 4180), so that a value that many rows have is written once.
 */
final class ParquetTexts {
  private static final long ODD = -1;

  private final ParquetColumn column;
  private final ParquetText text;
  private final TextBuffer written = new TextBuffer();
  private final Map<Integer, String> problems = new HashMap<>();
  private final Map<Integer, Odd> odd = new HashMap<>();

  /** Of each value where its text begins, in the upper half, and ends; 0 as long as it has none. */
  private long[] places = {};

  ParquetTexts(ParquetColumn column) {
    this.column = column;
    this.text = column.text();
  }

  /** Has room for as many values as before, each of which is put before it is asked for. */
  void writeAnew() {
    written.clear();
    problems.clear();
    odd.clear();
  }

  /** Forgets all values, and has room for some. */
  void clear(int values) {
    writeAnew();
    if (places.length == values) {
      Arrays.fill(places, 0);
    } else {
      places = new long[values];
    }
  }

  /** How many values it has room for. */
  int size() {
    return places.length;
  }

  boolean has(int number) {
    return places[number] != 0;
  }

  void put(int number, Object value) {
    written.append(',');
    int start = written.length();
    boolean isRight = text.write(value, written);
    int end = written.length();
    int trimmedStart = written.startTrimmed(start, end);
    int trimmedEnd = written.endTrimmed(trimmedStart, end);
    boolean isBare = trimmedStart == start && trimmedEnd == end && start < end;
    if (isBare && written.needsNoQuotes(start, end)) {
      places[number] = (long) start << Integer.SIZE | end;
    } else {
      places[number] = ODD;
      written.append(',').appendQuotedField(written, start, end);
      odd.put(number, new Odd(trimmedStart, trimmedEnd, end, written.length()));
    }
    if (!isRight) {
      problems.put(number, problem(start, end));
    }
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
    return !problems.isEmpty();
  }

  /** What is wrong with a value, or null. */
  String problem(int number) {
    return problems.get(number);
  }

  /** Null when it is blank; valid until the next {@link #clear}, or the view's next text. */
  StringData trimmed(int number, TextView view) {
    long place = places[number];
    if (place != ODD) {
      return written.view((int) (place >> Integer.SIZE), (int) place, view);
    }
    Odd found = odd.get(number);
    return found.start == found.end ? null : written.view(found.start, found.end, view);
  }

  /** Appends a value as a field of a CSV record, after a comma. */
  void writeField(int number, TextBuffer target) {
    long place = places[number];
    if (place == ODD) {
      Odd found = odd.get(number);
      target.append(written, found.field, found.fieldEnd);
    } else {
      target.append(written, (int) (place >> Integer.SIZE) - 1, (int) place);
    }
  }

  /**
   * Where a value's text is that has blanks around it, or that a CSV record has between quotes.
   *
   * @param start of the text, blanks left out
   * @param end behind it
   * @param field the comma before its field, the quotes included
   * @param fieldEnd behind its field
   */
  private record Odd(int start, int end, int field, int fieldEnd) {}
}
