package tributary.input;

import java.io.IOException;

/** Small numbers of a page of a Parquet file: levels, or places in a dictionary. */
@FunctionalInterface
interface ParquetInts {
  /** Puts the next ones into the first places of an array. */
  void read(int[] target, int count) throws IOException;
}
