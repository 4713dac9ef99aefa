package org.apache.flink.ml.common.param;

import org.apache.flink.ml.param.Param;
import org.apache.flink.ml.param.ParamValidators;
import org.apache.flink.ml.param.StringParam;
import org.apache.flink.ml.param.WithParams;

/** The parameter {@code predictionCol}, {@code prediction} by default. */
public interface HasPredictionCol<T> extends WithParams<T> {
  Param<String> PREDICTION_COL =
      new StringParam(
          "predictionCol",
          "Name of the column of predictions.",
          "prediction",
          ParamValidators.notNull());

  default String getPredictionCol() {
    return get(PREDICTION_COL);
  }

  default T setPredictionCol(String value) {
    return set(PREDICTION_COL, value);
  }
}
