package tributary.input;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.table.data.StringData;

/** The columns of a file that its table does not declare, as one JSON object. */
final class UnmappedColumns {
  private final int[] places;
  private final String[] keys;
  private final StringBuilder json = new StringBuilder();

  /**
   * @param columns the names of the file's columns
   * @param mapped where the declared columns are
   */
  UnmappedColumns(List<String> columns, int[] mapped) {
    this.places =
        IntStream.range(0, columns.size())
            .filter(place -> IntStream.of(mapped).noneMatch(other -> other == place))
            .toArray();
    this.keys =
        IntStream.of(places)
            .mapToObj(place -> "\"" + escaped(key(columns, place)) + "\":\"")
            .toArray(String[]::new);
  }

  /** An object with a text for each column that is not blank; null when there is none. */
  StringData json(FileRecord record) {
    if (places.length == 0 || record.problem() != null) {
      return null;
    }
    json.setLength(0);
    for (int i = 0; i < places.length; i++) {
      StringData text = record.column(places[i]);
      if (text != null) {
        json.append(json.isEmpty() ? '{' : ',').append(keys[i]);
        JsonStringEncoder.getInstance().quoteAsString(Spaces.strip(text.toString()), json);
        json.append('"');
      }
    }
    return json.isEmpty() ? null : StringData.fromString(json.append('}').toString());
  }

  /** The column's name, with its number behind it when an earlier one has the same. */
  private static String key(List<String> columns, int place) {
    String name = Header.tidy(columns.get(place));
    return columns.stream().map(Header::tidy).toList().indexOf(name) == place
        ? name
        : name + " (column " + (place + 1) + ")";
  }

  private static String escaped(String text) {
    return new String(JsonStringEncoder.getInstance().quoteAsString(text));
  }
}
