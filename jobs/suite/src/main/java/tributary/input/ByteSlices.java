package tributary.input;

import org.apache.flink.core.memory.MemorySegment;
import org.apache.flink.core.memory.MemorySegmentFactory;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.binary.BinaryStringData;

/** Views parts of an array, which seldom changes, as strings. */
final class ByteSlices {
  private byte[] wrapped;
  private MemorySegment[] segments;

  StringData of(byte[] bytes, int start, int end) {
    if (wrapped != bytes) {
      wrapped = bytes;
      segments = new MemorySegment[] {MemorySegmentFactory.wrap(bytes)};
    }
    return BinaryStringData.fromAddress(segments, start, end - start);
  }
}
