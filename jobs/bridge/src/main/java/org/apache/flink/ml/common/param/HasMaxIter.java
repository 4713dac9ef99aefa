package org.apache.flink.ml.common.param;

import org.apache.flink.ml.param.IntParam;
import org.apache.flink.ml.param.Param;
import org.apache.flink.ml.param.ParamValidators;
import org.apache.flink.ml.param.WithParams;

/** The parameter {@code maxIter}: above 0, 20 by default. */
public interface HasMaxIter<T> extends WithParams<T> {
  Param<Integer> MAX_ITER =
      new IntParam("maxIter", "Greatest number of iterations.", 20, ParamValidators.gt(0));

  default int getMaxIter() {
    return get(MAX_ITER);
  }

  default T setMaxIter(int value) {
    return set(MAX_ITER, value);
  }
}
