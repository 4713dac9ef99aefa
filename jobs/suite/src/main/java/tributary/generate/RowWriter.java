package tributary.generate;

import java.io.Closeable;
import java.io.IOException;

/** Takes the rows of one file, in order; the file is complete once this is closed. */
interface RowWriter<T> extends Closeable {
  void write(T row) throws IOException;
}
