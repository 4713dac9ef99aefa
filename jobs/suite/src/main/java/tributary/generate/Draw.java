package tributary.generate;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AliasMethodDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;

/** Draws one of several things, each with its weight, in constant time. */
final class Draw<T> {
  private final List<T> things;
  private final SharedStateDiscreteSampler sampler;

  private Draw(List<T> things, SharedStateDiscreteSampler sampler) {
    this.things = things;
    this.sampler = sampler;
  }

  /** Weights need not add up to one, but at least one must be positive and none negative. */
  static <T> Draw<T> of(UniformRandomProvider random, List<T> things, ToDoubleFunction<T> weight) {
    double[] weights = things.stream().mapToDouble(weight).toArray();
    return new Draw<>(things, AliasMethodDiscreteSampler.of(random, weights));
  }

  T next() {
    return things.get(sampler.sample());
  }
}
