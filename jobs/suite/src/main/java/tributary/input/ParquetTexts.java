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
  /** Of each value: where its trimmed text begins and ends, and its element of the JSON array. */
  private static final int PLACES = 4;

  private final ParquetColumn column;
  private final ParquetText text;
  private final boolean isJson;
  private final TextBuffer written = new TextBuffer();
  private final Map<Integer, String> problems = new HashMap<>();
  private int[] places = new int[PLACES];

  ParquetTexts(ParquetColumn column) {
    this.column = column;
    this.text = column.text();
    this.isJson = column.isJson();
  }

  /** Has room for as many values as before, each of which is put before it is asked for. */
  void writeAnew() {
    written.clear();
    problems.clear();
  }

  /** Forgets all values, and has room for some. */
  void clear(int values) {
    writeAnew();
    if (places.length == PLACES * values) {
      Arrays.fill(places, 0);
    } else {
      places = new int[PLACES * values];
    }
  }

  boolean has(int number) {
    return places[PLACES * number + 3] > 0;
  }

  void put(int number, Object value) {
    int element = written.length();
    written.append(',');
    if (!isJson) {
      written.append('"');
    }
    int start = written.length();
    boolean isRight = text.write(value, written);
    int end = written.length();
    int place = PLACES * number;
    places[place] = written.startTrimmed(start, end);
    places[place + 1] = written.endTrimmed(places[place], end);
    places[place + 2] = finish(element, start, end);
    places[place + 3] = written.length();
    if (!isRight) {
      problems.put(number, problem(start, end));
    }
  }

  /** Ends the element, and says where it begins: elsewhere when its text cannot stand as it is. */
  private int finish(int element, int start, int end) {
    boolean standsAsItIs = isJson ? isNumber(start, end) : written.needsNoEscapes(start, end);
    if (!standsAsItIs) {
      int anew = written.length();
      written.append(',').appendQuoted(written, start, end);
      return anew;
    }
    if (!isJson) {
      written.append('"');
    }
    return element;
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

  /** What is wrong with a value, or null. */
  String problem(int number) {
    return problems.isEmpty() ? null : problems.get(number);
  }

  /** Null when it is blank; valid until the next {@link #clear}. */
  StringData trimmed(int number) {
    int start = places[PLACES * number];
    int end = places[PLACES * number + 1];
    return start == end ? null : written.view(start, end);
  }

  /** Appends a value as an element of a JSON array, after a comma. */
  void writeJson(int number, TextBuffer target) {
    int place = PLACES * number;
    target.append(written, places[place + 2], places[place + 3]);
  }
}
