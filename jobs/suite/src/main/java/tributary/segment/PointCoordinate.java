package tributary.segment;

import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.functions.ScalarFunction;

/** Reads one coordinate from a line of {@link WorkFiles#writePoints}. */
public final class PointCoordinate extends ScalarFunction {
  private static final long serialVersionUID = 1L;

  private final int index;

  PointCoordinate(int index) {
    this.index = index;
  }

  /** The coordinate as it was written. */
  public @DataTypeHint("DOUBLE NOT NULL") double eval(String line) {
    int start = 0;
    for (int i = 0; i < index; i++) {
      start = line.indexOf(',', start) + 1;
    }
    int end = line.indexOf(',', start);
    return Double.parseDouble(line.substring(start, end < 0 ? line.length() : end));
  }
}
