package tributary.input;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.table.data.StringData;

/**
 * Texts of numbered values of one column of a Parquet file, each with what it is in a JSON array of
 * a row's values, so that a value that many rows have is written once.
 */
final class ParquetTexts {
  private static final long ODD = -1;

  private final ParquetColumn column;
  private final ParquetText text;
  private final boolean isJson;
  private final TextBuffer written = new TextBuffer();
  private final Map<Integer, String> problems = new HashMap<>();
  private final Map<Integer, Odd> odd = new HashMap<>();
  private final int quotes;

  /** Of each value where its text begins, in the upper half, and ends; 0 as long as it has none. */
  private long[] places = {};

  ParquetTexts(ParquetColumn column) {
    this.column = column;
    this.text = column.text();
    this.isJson = column.isJson();
    this.quotes = isJson ? 0 : 1;
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

  boolean has(int number) {
    return places[number] != 0;
  }

  void put(int number, Object value) {
    written.append(',');
    if (!isJson) {
      written.append('"');
    }
    int start = written.length();
    boolean isRight = text.write(value, written);
    int end = written.length();
    boolean standsAsItIs = isJson ? isNumber(start, end) : written.needsNoEscapes(start, end);
    int trimmedStart = written.startTrimmed(start, end);
    int trimmedEnd = written.endTrimmed(trimmedStart, end);
    if (!isJson) {
      written.append('"');
    }
    if (standsAsItIs && trimmedStart == start && trimmedEnd == end && start < end) {
      places[number] = (long) start << Integer.SIZE | end;
    } else {
      places[number] = ODD;
      int element = standsAsItIs ? start - 1 - quotes : written.length();
      if (!standsAsItIs) {
        written.append(',').appendQuoted(written, start, end);
      }
      odd.put(number, new Odd(trimmedStart, trimmedEnd, element, written.length()));
    }
    if (!isRight) {
      problems.put(number, problem(start, end));
    }
  }

  /** Whether it is not NaN or infinite, of which JSON has no numbers. */
  private boolean isNumber(int start, int end) {
    return start < end && written.at(end - 1) != 'N' && written.at(end - 1) != 'y';
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

  /** Appends a value as an element of a JSON array, after a comma. */
  void writeJson(int number, TextBuffer target) {
    long place = places[number];
    if (place == ODD) {
      Odd found = odd.get(number);
      target.append(written, found.element, found.elementEnd);
    } else {
      int before = (int) (place >> Integer.SIZE) - 1 - quotes;
      target.append(written, before, (int) place + quotes);
    }
  }

  /**
   * Where a value's text is that has blanks around it, or that JSON writes otherwise.
   *
   * @param start of the text, blanks left out
   * @param end behind it
   * @param element the comma before its element of the JSON array
   * @param elementEnd behind its element
   */
  private record Odd(int start, int end, int element, int elementEnd) {}
}
