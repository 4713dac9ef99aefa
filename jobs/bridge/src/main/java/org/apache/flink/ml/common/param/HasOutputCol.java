package org.apache.flink.ml.common.param;

import org.apache.flink.ml.param.Param;
import org.apache.flink.ml.param.ParamValidators;
import org.apache.flink.ml.param.StringParam;
import org.apache.flink.ml.param.WithParams;

/** The parameter {@code outputCol}, {@code output} by default. */
public interface HasOutputCol<T> extends WithParams<T> {
  Param<String> OUTPUT_COL =
      new StringParam(
          "outputCol", "Name of the output column.", "output", ParamValidators.notNull());

  default String getOutputCol() {
    return get(OUTPUT_COL);
  }

  default T setOutputCol(String value) {
    return set(OUTPUT_COL, value);
  }
}
