package org.apache.flink.ml.common.param;

import org.apache.flink.ml.param.DoubleParam;
import org.apache.flink.ml.param.Param;
import org.apache.flink.ml.param.ParamValidators;
import org.apache.flink.ml.param.WithParams;

/** The parameter {@code relativeError}: from 0 to 1, 0.001 by default. */
public interface HasRelativeError<T> extends WithParams<T> {
  Param<Double> RELATIVE_ERROR =
      new DoubleParam(
          "relativeError",
          "Relative precision of approximate quantiles.",
          0.001,
          ParamValidators.inRange(0, 1));

  default double getRelativeError() {
    return get(RELATIVE_ERROR);
  }

  default T setRelativeError(double value) {
    return set(RELATIVE_ERROR, value);
  }
}
