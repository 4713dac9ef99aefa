package org.apache.flink.ml.common.param;

import org.apache.flink.ml.param.Param;
import org.apache.flink.ml.param.ParamValidators;
import org.apache.flink.ml.param.StringParam;
import org.apache.flink.ml.param.WithParams;

/** The parameter {@code handleInvalid}: error (default), skip the row, or keep it. */
public interface HasHandleInvalid<T> extends WithParams<T> {
  String ERROR_INVALID = "error";
  String SKIP_INVALID = "skip";
  String KEEP_INVALID = "keep";

  Param<String> HANDLE_INVALID =
      new StringParam(
          "handleInvalid",
          "What to do with invalid entries.",
          ERROR_INVALID,
          ParamValidators.inArray(ERROR_INVALID, SKIP_INVALID, KEEP_INVALID));

  default String getHandleInvalid() {
    return get(HANDLE_INVALID);
  }

  default T setHandleInvalid(String value) {
    return set(HANDLE_INVALID, value);
  }
}
