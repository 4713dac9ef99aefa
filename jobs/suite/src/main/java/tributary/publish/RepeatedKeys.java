package tributary.publish;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.table.data.RowData;
import org.apache.flink.util.Collector;
import org.roaringbitmap.PeekableIntIterator;
import org.roaringbitmap.RoaringBitmap;

/**
 * Finds the numbers that several bitmaps of the same neighbours have, as rows of {@link RowAudit}.
 */
final class RepeatedKeys extends KeyedProcessFunction<Tuple2<Integer, Long>, RowData, RowData> {
  private static final long serialVersionUID = 1L;

  private transient ValueState<byte[]> seen;

  /**
   * @param numbers rows of {@link KeyNumbers#TYPE}
   */
  static DataStream<RowData> of(DataStream<RowData> numbers) {
    return numbers
        .keyBy(
            row -> Tuple2.of(KeyNumbers.check(row), KeyNumbers.neighbours(row)),
            Types.TUPLE(Types.INT, Types.LONG))
        .process(new RepeatedKeys())
        .returns(RowAudit.TYPE)
        .name("repeated keys");
  }

  @Override
  public void open(OpenContext context) {
    seen =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>(
                    "seen", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
  }

  @Override
  public void processElement(RowData row, Context context, Collector<RowData> output)
      throws Exception {
    RoaringBitmap numbers = KeyNumbers.numbers(row);
    byte[] before = seen.value();
    if (before != null) {
      RoaringBitmap earlier = KeyNumbers.bitmap(before);
      PeekableIntIterator repeated = RoaringBitmap.and(earlier, numbers).getIntIterator();
      while (repeated.hasNext()) {
        long number = KeyNumbers.number(KeyNumbers.neighbours(row), repeated.next());
        RowAudit.repeatedKey(KeyNumbers.check(row), number).forEach(output::collect);
      }
      numbers.or(earlier);
    }
    seen.update(KeyNumbers.bytes(numbers));
  }
}
