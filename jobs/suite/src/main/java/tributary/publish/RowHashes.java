package tributary.publish;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.codec.digest.MurmurHash3;
import org.apache.flink.table.data.RowData;

/** The values of what is asked of rows, and 128-bit hashes (Murmur3 x64) of them. */
final class RowHashes {
  private final RowExpression[] expressions;

  RowHashes(RowExpression[] expressions) {
    this.expressions = expressions;
  }

  Object value(RowData row, int column) {
    return expressions[column].of(row);
  }

  /** Of one value, or of several together. */
  long[] of(RowData row, List<Integer> columns) {
    return columns.size() == 1 ? of(text(value(row, columns.get(0)))) : together(row, columns);
  }

  /** Of values, each preceded by its length; a null differs from every value. */
  long[] together(RowData row, List<Integer> columns) {
    StringBuilder text = new StringBuilder();
    columns.forEach(column -> append(text, value(row, column)));
    return of(text.toString());
  }

  /** As {@link #of}, with one less for the last value, a rank; null of no rank and of the first. */
  long[] before(RowData row, List<Integer> columns) {
    int last = columns.size() - 1;
    if (!(value(row, columns.get(last)) instanceof Number rank) || rank.longValue() == 1) {
      return null;
    }
    long before = rank.longValue() - 1;
    if (last == 0) {
      return of(text(before));
    }
    StringBuilder text = new StringBuilder();
    columns.subList(0, last).forEach(column -> append(text, value(row, column)));
    append(text, before);
    return of(text.toString());
  }

  private static void append(StringBuilder all, Object value) {
    String written = value == null ? "" : text(value);
    all.append(value == null ? -1 : written.length()).append(' ').append(written);
  }

  static long[] of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return MurmurHash3.hash128x64(bytes, 0, bytes.length, 0);
  }

  private static String text(Object value) {
    return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
  }
}
