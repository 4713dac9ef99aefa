package tributary.input;

import java.io.IOException;
import org.apache.flink.table.data.StringData;

/** Records of delimited text, as places in the reader's buffers: nothing is copied here. */
final class TextRecord implements FileRecord {
  private final RecordReader reader;
  private final ByteSlices fieldSlices = new ByteSlices();
  private final ByteSlices rawSlices = new ByteSlices();

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
    int start = fields.start(place);
    int end = fields.end(place);
    return Blanks.skipForward(bytes, start, end) == end
        ? null
        : fieldSlices.of(place, bytes, start, end);
  }

  @Override
  public StringData raw() {
    return rawSlices.of(0, reader.raw(), reader.rawStart(), reader.rawEnd());
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
