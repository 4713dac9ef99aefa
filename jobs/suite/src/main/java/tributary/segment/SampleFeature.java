package tributary.segment;

import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.functions.ScalarFunction;

/** Reads one transformed feature from a line of the training sample. */
public final class SampleFeature extends ScalarFunction {
  private static final long serialVersionUID = 1L;

  private final FeatureSpace space;
  private final int feature;
  private final double origin;

  SampleFeature(FeatureSpace space, int feature, double origin) {
    this.space = space;
    this.feature = feature;
    this.origin = origin;
  }

  /** The transformed feature less the origin, not yet scaled. */
  public @DataTypeHint("DOUBLE NOT NULL") double eval(String line) {
    return space.point(Sample.features(line))[feature] - origin;
  }
}
