package tributary.input;

import org.apache.flink.core.memory.MemorySegment;
import org.apache.flink.core.memory.MemorySegmentFactory;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.binary.BinaryStringData;

/**
 * Shows a text where it lies in memory. One object shows one text after the other, so that the
 * millions of texts of a file leave nothing behind; Flink copies each that it keeps.
 */
final class TextView {
  private static final MemorySegment[] NOWHERE = {MemorySegmentFactory.wrap(new byte[0])};

  private final BinaryStringData text = new BinaryStringData(NOWHERE, 0, 0);

  /** The text between two places; valid until the next one. */
  StringData of(MemorySegment[] segments, int start, int end) {
    text.setJavaObject(null);
    text.getBinarySection().pointTo(segments, start, end - start);
    return text;
  }
}
