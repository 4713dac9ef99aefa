package tributary.publish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;
import org.apache.flink.table.types.logical.BigIntType;
import org.apache.flink.table.types.logical.DoubleType;
import org.apache.flink.table.types.logical.IntType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;

/**
 * Counts the rows of a table for tallies: of each key it hands on a row of {@link #TYPE}, or a few
 * when there are very many keys, and one for each distinct value that was not seen of late.
 */
final class RowTally {
  /** How many sums of exact numbers a tally may have. */
  static final int EXACT_SUMS = 5;

  /** How many sums of doubles. */
  static final int SUMS = 2;

  /** How many highest and lowest figures. */
  static final int EXTREMES = 6;

  /** How many figures of distinct values. */
  static final int DISTINCTS = 3;

  /** Where figures begin; before them are the check, its key, and a distinct value. */
  static final int FIGURES = 5;

  private static final int MOST_KEYS = 1 << 15;

  /** What sql/checks/broken_tallies.sql reads. */
  static final InternalTypeInfo<RowData> TYPE = InternalTypeInfo.of(type());

  private static RowType type() {
    List<RowType.RowField> fields =
        new ArrayList<>(
            List.of(
                field("check_id", new IntType(false)),
                field("high_bits", new BigIntType(false)),
                field("low_bits", new BigIntType(false)),
                field("distinct_number", new IntType(false)),
                field("distinct_bits", new BigIntType(false))));
    fields.addAll(fields("exact_sum_", EXACT_SUMS, new BigIntType()));
    fields.addAll(fields("sum_", SUMS, new DoubleType()));
    fields.addAll(fields("extreme_", EXTREMES, new DoubleType()));
    return new RowType(fields);
  }

  private static List<RowType.RowField> fields(String name, int count, LogicalType type) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> field(name + i, type)).toList();
  }

  private static RowType.RowField field(String name, LogicalType type) {
    return new RowType.RowField(name, type);
  }

  /** What is counted: a part, by its place, and its key. */
  private record Key(int part, long highBits, long lowBits) {}

  private final TallyPart[] parts;
  private final RowHashes hashes;
  private final Consumer<RowData> output;
  private final RecentValues recent = new RecentValues();
  private final Map<Key, GenericRowData> figures = new HashMap<>();

  RowTally(TallyPart[] parts, RowHashes hashes, Consumer<RowData> output) {
    this.parts = parts;
    this.hashes = hashes;
    this.output = output;
  }

  void add(RowData row) {
    for (int place = 0; place < parts.length; place++) {
      TallyPart part = parts[place];
      if (part.condition() == RowCheck.ALL_ROWS
          || Boolean.TRUE.equals(hashes.value(row, part.condition()))) {
        add(row, place, part);
      }
    }
    if (figures.size() > MOST_KEYS) {
      emit();
    }
  }

  private void add(RowData row, int place, TallyPart part) {
    long[] key = hashes.together(row, part.by());
    GenericRowData sums =
        figures.computeIfAbsent(
            new Key(place, key[0], key[1]), added -> row(part.number(), key, 0, 0));
    for (TallyPart.Figure figure : part.figures()) {
      Object value = hashes.value(row, figure.column());
      if (value != null && figure.use() == TallyPart.Use.DISTINCT) {
        addDistinct(row, part, key, figure);
      } else if (value != null) {
        sums.setField(figure.place(), together(figure, sums.getField(figure.place()), value));
      }
    }
  }

  private void addDistinct(RowData row, TallyPart part, long[] key, TallyPart.Figure figure) {
    long bits = hashes.together(row, List.of(figure.column()))[0];
    if (recent.add(figure, part.number(), key[0], bits)) {
      output.accept(row(part.number(), key, figure.place(), bits));
    }
  }

  private static Object together(TallyPart.Figure figure, Object before, Object value) {
    return switch (figure.use()) {
      case EXACT_SUM -> Math.addExact(before == null ? 0 : (long) before, ExactAmount.of(value));
      case SUM -> (before == null ? 0 : (double) before) + number(value);
      case HIGHEST -> before == null ? number(value) : Math.max((double) before, number(value));
      case LOWEST -> before == null ? -number(value) : Math.max((double) before, -number(value));
      case DISTINCT -> throw new IllegalStateException("Distinct values have no figure");
    };
  }

  private static double number(Object value) {
    return value instanceof DecimalData decimal
        ? decimal.toBigDecimal().doubleValue()
        : ((Number) value).doubleValue();
  }

  private static GenericRowData row(int number, long[] key, int distinct, long bits) {
    GenericRowData row = new GenericRowData(FIGURES + EXACT_SUMS + SUMS + EXTREMES);
    row.setField(0, number);
    row.setField(1, key[0]);
    row.setField(2, key[1]);
    row.setField(3, distinct);
    row.setField(4, bits);
    return row;
  }

  /** Hands on the figures so far. */
  void emit() {
    figures.values().forEach(output);
    figures.clear();
  }
}
