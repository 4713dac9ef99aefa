package org.apache.flink.ml.common.param;

import org.apache.flink.ml.param.Param;
import org.apache.flink.ml.param.ParamValidators;
import org.apache.flink.ml.param.StringArrayParam;
import org.apache.flink.ml.param.WithParams;

/** The parameter {@code outputCols}: at least one, no default. */
public interface HasOutputCols<T> extends WithParams<T> {
  Param<String[]> OUTPUT_COLS =
      new StringArrayParam(
          "outputCols", "Names of the output columns.", null, ParamValidators.nonEmptyArray());

  default String[] getOutputCols() {
    return get(OUTPUT_COLS);
  }

  default T setOutputCols(String... value) {
    return set(OUTPUT_COLS, value);
  }
}
