package org.apache.flink.ml.common.param;

import org.apache.flink.ml.param.Param;
import org.apache.flink.ml.param.ParamValidators;
import org.apache.flink.ml.param.StringParam;
import org.apache.flink.ml.param.WithParams;

/** The parameter {@code featuresCol}, {@code features} by default. */
public interface HasFeaturesCol<T> extends WithParams<T> {
  Param<String> FEATURES_COL =
      new StringParam(
          "featuresCol", "Name of the column of features.", "features", ParamValidators.notNull());

  default String getFeaturesCol() {
    return get(FEATURES_COL);
  }

  default T setFeaturesCol(String value) {
    return set(FEATURES_COL, value);
  }
}
