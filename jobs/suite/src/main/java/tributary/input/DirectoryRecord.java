package tributary.input;

import java.io.IOException;
import java.util.List;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.binary.BinaryStringData;

/** Records of a file whose directories give columns, after those of the file itself. */
final class DirectoryRecord implements FileRecord {
  private final FileRecord own;
  private final int ownColumns;
  private final StringData[] texts;

  DirectoryRecord(FileRecord own, int ownColumns, List<DirectoryColumn> directories) {
    this.own = own;
    this.ownColumns = ownColumns;
    this.texts =
        directories.stream().map(column -> materialized(column.text())).toArray(StringData[]::new);
  }

  private static StringData materialized(String text) {
    if (text == null) {
      return null;
    }
    BinaryStringData data = BinaryStringData.fromString(text);
    data.ensureMaterialized();
    return data;
  }

  @Override
  public boolean next() throws IOException {
    return own.next();
  }

  @Override
  public long line() {
    return own.line();
  }

  @Override
  public String problem() {
    return own.problem();
  }

  @Override
  public StringData column(int place) {
    return place < ownColumns ? own.column(place) : texts[place - ownColumns];
  }

  @Override
  public StringData raw() {
    return own.raw();
  }

  @Override
  public void close() throws IOException {
    own.close();
  }
}
