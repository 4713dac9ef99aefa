package org.apache.flink.ml.common.param;

import org.apache.flink.ml.common.distance.CosineDistanceMeasure;
import org.apache.flink.ml.common.distance.EuclideanDistanceMeasure;
import org.apache.flink.ml.common.distance.ManhattanDistanceMeasure;
import org.apache.flink.ml.param.Param;
import org.apache.flink.ml.param.ParamValidators;
import org.apache.flink.ml.param.StringParam;
import org.apache.flink.ml.param.WithParams;

/** The parameter {@code distanceMeasure}: euclidean (default), manhattan or cosine. */
public interface HasDistanceMeasure<T> extends WithParams<T> {
  Param<String> DISTANCE_MEASURE =
      new StringParam(
          "distanceMeasure",
          "How the distance of two vectors is measured.",
          EuclideanDistanceMeasure.NAME,
          ParamValidators.inArray(
              EuclideanDistanceMeasure.NAME,
              ManhattanDistanceMeasure.NAME,
              CosineDistanceMeasure.NAME));

  default String getDistanceMeasure() {
    return get(DISTANCE_MEASURE);
  }

  default T setDistanceMeasure(String value) {
    return set(DISTANCE_MEASURE, value);
  }
}
