package org.apache.flink.ml.common.param;

import org.apache.flink.ml.param.LongParam;
import org.apache.flink.ml.param.Param;
import org.apache.flink.ml.param.WithParams;

/** The parameter {@code seed}; without one it follows from the class name, so runs repeat. */
public interface HasSeed<T> extends WithParams<T> {
  Param<Long> SEED = new LongParam("seed", "Seed of the random numbers.", null);

  default long getSeed() {
    Long seed = get(SEED);
    return seed == null ? getClass().getName().hashCode() : seed;
  }

  default T setSeed(long value) {
    return set(SEED, value);
  }
}
