package tributary.insight;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.SortedMap;
import org.apache.commons.codec.digest.MurmurHash3;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.binary.BinaryStringData;
import org.apache.flink.types.Row;

/** Takes in the values of one column: numbers as DOUBLE, all others as STRING. */
final class ColumnSketch {
  static final String NUMBER = "number";

  private static final int[] PERCENTS = {1, 5, 25, 50, 75, 95, 99};
  private static final int DIGITS = 6;
  private static final double DECIMALS = Math.pow(10, DIGITS);

  private final String table;
  private final String column;
  private final String type;
  private final DistinctValues texts = new DistinctValues();
  private final NumberCounts numbers = new NumberCounts();
  private long rows;
  private long missing;
  private BinaryStringData latest;
  private BinaryStringData lowest;
  private BinaryStringData highest;

  /**
   * @param type number, or else the type of what comes as text
   */
  ColumnSketch(String table, String column, String type) {
    this.table = table;
    this.column = column;
    this.type = type;
  }

  void add(RowData row, int field) {
    rows++;
    if (row.isNullAt(field)) {
      missing++;
    } else if (type.equals(NUMBER)) {
      numbers.add(row.getDouble(field), 1);
    } else {
      add((BinaryStringData) row.getString(field));
    }
  }

  /** Neighbours are often equal. */
  private void add(BinaryStringData text) {
    if (text.equals(latest)) {
      return;
    }
    latest = text.copy();
    texts.add(MurmurHash3.hash128x64(latest.toBytes())[0]);
    widen(latest);
  }

  private void widen(BinaryStringData text) {
    if (lowest == null || text.compareTo(lowest) < 0) {
      lowest = text;
    }
    if (highest == null || text.compareTo(highest) > 0) {
      highest = text;
    }
  }

  /** Takes in what another one has of the same column. */
  void add(ColumnPart part) {
    rows += part.rows();
    missing += part.missing();
    for (long hash : part.hashes()) {
      texts.add(hash);
    }
    for (int i = 0; i < part.values().length; i++) {
      numbers.add(part.values()[i], part.counts()[i]);
    }
    if (part.lowest() != null) {
      widen(BinaryStringData.fromString(part.lowest()));
      widen(BinaryStringData.fromString(part.highest()));
    }
  }

  ColumnPart part() {
    return new ColumnPart(
        table,
        column,
        type,
        rows,
        missing,
        texts.hashes(),
        numbers.values(),
        numbers.counts(),
        lowest == null ? null : lowest.toString(),
        highest == null ? null : highest.toString());
  }

  /** A row of {@link Profile#COLUMNS}. */
  Row row() {
    SortedMap<Double, Long> sorted = numbers.sorted();
    boolean isNumber = !sorted.isEmpty();
    Row row = Row.withNames();
    row.setField("table_name", table);
    row.setField("column_name", column);
    row.setField("column_type", type);
    row.setField("column_rows", rows);
    row.setField("missing_share", rows == 0 ? 0 : Math.round(DECIMALS * missing / rows) / DECIMALS);
    row.setField("distinct_values", isNumber ? sorted.size() : texts.count());
    row.setField("minimum", isNumber ? text(sorted.firstKey()) : text(lowest));
    row.setField("maximum", isNumber ? text(sorted.lastKey()) : text(highest));
    if (isNumber) {
      NumberFigures figures = NumberFigures.of(sorted);
      row.setField("mean", figures.mean());
      row.setField("standard_deviation", figures.standardDeviation());
      row.setField("skewness", figures.skewness());
      row.setField("kurtosis", figures.kurtosis());
      for (int percent : PERCENTS) {
        row.setField(
            String.format(Locale.ROOT, "p%02d", percent), NumberFigures.quantile(sorted, percent));
      }
    }
    return row;
  }

  private static String text(BinaryStringData text) {
    return text == null ? null : text.toString();
  }

  private static String text(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
