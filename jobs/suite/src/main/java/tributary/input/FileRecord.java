package tributary.input;

import java.io.Closeable;
import java.io.IOException;
import org.apache.flink.table.data.StringData;

/** The records of one file, one after the other; what is returned is valid until the next. */
interface FileRecord extends Closeable {
  /** Moves to the next record; false at the end. */
  boolean next() throws IOException;

  /** The number of the record's first line, or of the row, from 1. */
  long line();

  /** Why the record cannot be used, or null. */
  String problem();

  /** A column of the file by its place, as it is there; null when it is blank. */
  StringData column(int place);

  /** The original text. */
  StringData raw();
}
