package tributary.segment;

import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.functions.ScalarFunction;

/** Reads one transformed feature from a line of the training sample. */
public final class SampleFeature extends ScalarFunction {
  private static final long serialVersionUID = 1L;

  private final FeatureSpace space;
  private final int feature;

  SampleFeature(FeatureSpace space, int feature) {
    this.space = space;
    this.feature = feature;
  }

  /** The transformed feature, not yet scaled. */
  public @DataTypeHint("DOUBLE NOT NULL") double eval(String line) {
    return space.point(Sample.features(line))[feature];
  }
}
