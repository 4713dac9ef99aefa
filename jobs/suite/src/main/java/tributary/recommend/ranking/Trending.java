package tributary.recommend.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Another recommender's scores, weighted by how much of an item's demand is recent: what is out of
 * season or out of fashion is bought by nobody, however well it suits.
 */
public final class Trending implements Recommender {
  /** Keeps items that few ever bought from looking like a trend. */
  private static final double PRIOR_BUYERS = 10;

  private final Recommender base;
  private final double[] weights;

  /**
   * @param base whose scores are weighted
   * @param recent how many customers bought each item lately
   * @param ever how many ever did
   */
  public Trending(Recommender base, Popularity recent, Popularity ever) {
    this.base = base;
    this.weights = new double[ever.counts().length];
    for (int item = 0; item < weights.length; item++) {
      weights[item] = (recent.counts()[item] + 1) / (ever.counts()[item] + PRIOR_BUYERS);
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
