package tributary.recommend.ranking;

import java.util.Map;
import java.util.function.Consumer;

/** A recommender that can be kept, and be used later without being fitted again. */
public interface Keepable extends Recommender {
  /** What it was fitted with, by name. */
  Map<String, Number> parameters();

  /**
   * Hands over all its numbers, but for what follows from them and from what customers bought: that
   * is read anew whenever the model is used.
   */
  void keep(Consumer<ModelNumber> numbers);
}
