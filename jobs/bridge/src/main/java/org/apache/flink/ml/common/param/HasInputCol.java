package org.apache.flink.ml.common.param;

import org.apache.flink.ml.param.Param;
import org.apache.flink.ml.param.ParamValidators;
import org.apache.flink.ml.param.StringParam;
import org.apache.flink.ml.param.WithParams;

/** The parameter {@code inputCol}, {@code input} by default. */
public interface HasInputCol<T> extends WithParams<T> {
  Param<String> INPUT_COL =
      new StringParam("inputCol", "Name of the input column.", "input", ParamValidators.notNull());

  default String getInputCol() {
    return get(INPUT_COL);
  }

  default T setInputCol(String value) {
    return set(INPUT_COL, value);
  }
}
