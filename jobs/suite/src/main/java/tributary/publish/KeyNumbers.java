package tributary.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;
import org.apache.flink.table.types.logical.BigIntType;
import org.apache.flink.table.types.logical.IntType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.table.types.logical.VarBinaryType;
import org.roaringbitmap.RoaringBitmap;

/**
 * The numbers that are keys of rows. The largest tables have such keys, which lie close together: a
 * million neighbours are handed on as one row of {@link #TYPE}, a bitmap.
 */
final class KeyNumbers {
  /** A check, which million neighbours, and which of them there are (a Roaring bitmap). */
  static final InternalTypeInfo<RowData> TYPE =
      InternalTypeInfo.of(
          RowType.of(
              new LogicalType[] {
                new IntType(false),
                new BigIntType(false),
                new VarBinaryType(false, VarBinaryType.MAX_LENGTH)
              },
              new String[] {"check_id", "neighbours", "numbers"}));

  private static final int NEIGHBOURS_BITS = 20;
  private static final int MOST_BITMAPS = 1024;

  /** Whose numbers lie together. */
  private record Place(int check, long neighbours) {}

  private final Consumer<RowData> output;
  private final Map<Place, RoaringBitmap> bitmaps = new HashMap<>();
  private Place latest = new Place(-1, 0);
  private RoaringBitmap latestBitmap;

  KeyNumbers(Consumer<RowData> output) {
    this.output = output;
  }

  /** Adds a key of a check; false when it was there, as far as is remembered. */
  boolean add(int check, long number) {
    long neighbours = number >> NEIGHBOURS_BITS;
    if (latest.check() != check || latest.neighbours() != neighbours) {
      Place place = new Place(check, neighbours);
      if (bitmaps.size() == MOST_BITMAPS && !bitmaps.containsKey(place)) {
        emit();
      }
      latest = place;
      latestBitmap = bitmaps.computeIfAbsent(latest, added -> new RoaringBitmap());
    }
    return latestBitmap.checkedAdd((int) (number - (neighbours << NEIGHBOURS_BITS)));
  }

  /** Hands on what is remembered, and forgets it. */
  void emit() {
    bitmaps.forEach(
        (place, bitmap) ->
            output.accept(GenericRowData.of(place.check(), place.neighbours(), bytes(bitmap))));
    bitmaps.clear();
    latest = new Place(-1, 0);
  }

  static int check(RowData row) {
    return row.getInt(0);
  }

  static long neighbours(RowData row) {
    return row.getLong(1);
  }

  static RoaringBitmap numbers(RowData row) {
    return bitmap(row.getBinary(2));
  }

  /** The number that stands in a bitmap of some neighbours. */
  static long number(long neighbours, int bit) {
    return (neighbours << NEIGHBOURS_BITS) + bit;
  }

  static RoaringBitmap bitmap(byte[] bytes) {
    RoaringBitmap bitmap = new RoaringBitmap();
    try {
      bitmap.deserialize(ByteBuffer.wrap(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bitmap;
  }

  static byte[] bytes(RoaringBitmap bitmap) {
    bitmap.runOptimize();
    ByteBuffer bytes = ByteBuffer.allocate(bitmap.serializedSizeInBytes());
    bitmap.serialize(bytes);
    return bytes.array();
  }
}
