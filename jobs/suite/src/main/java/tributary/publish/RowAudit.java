package tributary.publish;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.MurmurHash3;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;
import org.apache.flink.table.types.logical.BigIntType;
import org.apache.flink.table.types.logical.IntType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.util.Collector;

/**
 * Emits, for the checks of one table, what they are decided by: a row of {@link #TYPE} per check
 * and row that concerns it, with a 128-bit hash (Murmur3 x64) of the value in place of it.
 */
final class RowAudit extends RichFlatMapFunction<RowData, RowData> {
  private static final long serialVersionUID = 1L;

  /** What sql/checks/broken_values.sql reads. */
  static final InternalTypeInfo<RowData> TYPE =
      InternalTypeInfo.of(
          RowType.of(
              new LogicalType[] {
                new IntType(false), new BigIntType(false), new BigIntType(false), new IntType(false)
              },
              new String[] {"check_id", "high_bits", "low_bits", "concern"}));

  /** How a value concerns a check; the query knows these numbers. */
  enum Concern {
    IN_KEY,
    NEEDED,
    EXISTING,
    REFUSED
  }

  /**
   * One check of a table's rows.
   *
   * @param number its number within the audit
   * @param columns indexes of the columns that it concerns
   * @param accepted the texts that are not refused; only of {@link Concern#REFUSED}
   */
  record RowCheck(int number, Concern concern, List<Integer> columns, Set<String> accepted)
      implements Serializable {}

  private final RowCheck[] checks;
  private final LogicalType[] types;

  private transient RowData.FieldGetter[] getters;
  private transient RecentValues recent;

  /**
   * @param type of the rows that are audited
   */
  RowAudit(List<RowCheck> checks, RowType type) {
    this.checks = checks.toArray(RowCheck[]::new);
    this.types = type.getChildren().toArray(LogicalType[]::new);
  }

  @Override
  public void open(Configuration parameters) {
    getters =
        IntStream.range(0, types.length)
            .mapToObj(index -> RowData.createFieldGetter(types[index], index))
            .toArray(RowData.FieldGetter[]::new);
    recent = new RecentValues();
  }

  @Override
  public void flatMap(RowData row, Collector<RowData> out) {
    for (RowCheck check : checks) {
      switch (check.concern()) {
        case IN_KEY -> emit(check, keyHash(row, check.columns()), out);
        case NEEDED, EXISTING -> emitOnce(check, row, out);
        case REFUSED -> {
          Object value = value(row, check.columns().get(0));
          if (value != null && !check.accepted().contains(value.toString())) {
            emit(check, hash(row, check.columns()), out);
          }
        }
      }
    }
  }

  /** Most values were there before: what is the same as lately is left out. */
  private void emitOnce(RowCheck check, RowData row, Collector<RowData> out) {
    if (value(row, check.columns().get(0)) == null) {
      return;
    }
    long[] hash = hash(row, check.columns());
    if (recent.add(check, hash[0], hash[1])) {
      emit(check, hash, out);
    }
  }

  private static void emit(RowCheck check, long[] hash, Collector<RowData> out) {
    out.collect(GenericRowData.of(check.number(), hash[0], hash[1], check.concern().ordinal()));
  }

  private Object value(RowData row, int column) {
    return getters[column].getFieldOrNull(row);
  }

  /** The largest tables have a number for a key, which stands for itself. */
  private long[] keyHash(RowData row, List<Integer> columns) {
    return columns.size() == 1 && value(row, columns.get(0)) instanceof Long number
        ? new long[] {number, 0}
        : hash(row, columns);
  }

  /** Of several values each is preceded by its length. */
  private long[] hash(RowData row, List<Integer> columns) {
    return hash(columns.size() > 1 ? together(row, columns) : text(value(row, columns.get(0))));
  }

  private String together(RowData row, List<Integer> columns) {
    StringBuilder text = new StringBuilder();
    for (int column : columns) {
      Object value = value(row, column);
      String written = value == null ? "" : text(value);
      text.append(value == null ? -1 : written.length()).append(' ').append(written);
    }
    return text.toString();
  }

  private static String text(Object value) {
    return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
  }

  private static long[] hash(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return MurmurHash3.hash128x64(bytes, 0, bytes.length, 0);
  }
}
