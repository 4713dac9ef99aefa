package tributary.input;

import java.util.Arrays;
import org.apache.flink.core.memory.MemorySegment;
import org.apache.flink.core.memory.MemorySegmentFactory;
import org.apache.flink.table.data.StringData;

/** Views parts of an array, which seldom changes, as strings. */
final class ByteSlices {
  private byte[] wrapped;
  private MemorySegment[] segments;
  private TextView[] views = {new TextView()};

  /**
   * A part of the array.
   *
   * @param number of the view, which shows this part until it is asked for another
   */
  StringData of(int number, byte[] bytes, int start, int end) {
    if (wrapped != bytes) {
      wrapped = bytes;
      segments = new MemorySegment[] {MemorySegmentFactory.wrap(bytes)};
    }
    while (number >= views.length) {
      addViews();
    }
    return views[number].of(segments, start, end);
  }

  private void addViews() {
    int before = views.length;
    views = Arrays.copyOf(views, 2 * before);
    Arrays.setAll(views, i -> i < before ? views[i] : new TextView());
  }
}
