package tributary.input;

import java.io.IOException;
import org.apache.flink.core.memory.MemorySegment;
import org.apache.flink.core.memory.MemorySegmentFactory;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.binary.BinaryStringData;

/** Records of delimited text, as places in the reader's buffers: nothing is copied here. */
final class TextRecord implements FileRecord {
  private final RecordReader reader;
  private final Slices fieldSlices = new Slices();
  private final Slices rawSlices = new Slices();

  TextRecord(RecordReader reader) {
    this.reader = reader;
  }

  @Override
  public boolean next() throws IOException {
    return reader.next();
  }

  @Override
  public long line() {
    return reader.line();
  }

  @Override
  public String problem() {
    return reader.problem();
  }

  @Override
  public StringData column(int place) {
    TextFields fields = reader.fields();
    byte[] bytes = fields.bytes();
    int start = Blanks.skipForward(bytes, fields.start(place), fields.end(place));
    int end = Blanks.skipBackward(bytes, start, fields.end(place));
    return start == end ? null : fieldSlices.of(bytes, start, end);
  }

  @Override
  public StringData raw() {
    return rawSlices.of(reader.raw(), reader.rawStart(), reader.rawEnd());
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  /** Views parts of an array, which seldom changes, as strings. */
  private static final class Slices {
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
}
