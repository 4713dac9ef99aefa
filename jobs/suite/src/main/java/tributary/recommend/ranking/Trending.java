package tributary.recommend.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import tributary.recommend.ranking.ModelNumber.Part;

/**
 * Another recommender's scores, weighted by how much of an item's demand is recent: what is out of
 * season or out of fashion is bought by nobody, however well it suits.
 */
public final class Trending implements Keepable {
  /** Keeps items that few ever bought from looking like a trend. */
  private static final double PRIOR_BUYERS = 10;

  private final Keepable base;
  private final double[] weights;
  private final Map<String, Number> parameters;

  /**
   * @param base whose scores are weighted
   * @param days how many of the last ones are lately
   * @param recent how many customers bought each item lately
   * @param ever how many ever did
   */
  public Trending(Keepable base, int days, Popularity recent, Popularity ever) {
    this(base, new double[ever.counts().length], new TreeMap<>(base.parameters()));
    parameters.put("trend_days", days);
    for (int item = 0; item < weights.length; item++) {
      weights[item] = (recent.counts()[item] + 1) / (ever.counts()[item] + PRIOR_BUYERS);
    }
  }

  private Trending(Keepable base, double[] weights, Map<String, Number> parameters) {
    this.base = base;
    this.weights = weights;
    this.parameters = parameters;
  }

  /** One that was kept, with what it weights. */
  public static Trending of(
      Keepable base, ModelNumbers numbers, int items, Map<String, Number> parameters) {
    return new Trending(base, numbers.vector(Part.ITEM_WEIGHT, items), parameters);
  }

  @Override
  public Map<String, Number> parameters() {
    return parameters;
  }

  @Override
  public void keep(Consumer<ModelNumber> numbers) {
    base.keep(numbers);
    for (int item = 0; item < weights.length; item++) {
      numbers.accept(new ModelNumber(Part.ITEM_WEIGHT, item, ModelNumber.NONE, 0, weights[item]));
    }
  }

  @Override
  public String name() {
    return base.name() + "-trend";
  }

  @Override
  public void score(int customer, double[] scores) {
    base.score(customer, scores);
    for (int item = 0; item < scores.length; item++) {
      scores[item] *= weights[item];
    }
  }

  @Override
  public List<Optional<Because>> because(int customer, int[] items) {
    List<Optional<Because>> reasons = new ArrayList<>();
    for (Optional<Because> reason : base.because(customer, items)) {
      double weight = weights[items[reasons.size()]];
      reasons.add(reason.map(each -> new Because(each.item(), each.scoreWithout() * weight)));
    }
    return reasons;
  }
}
