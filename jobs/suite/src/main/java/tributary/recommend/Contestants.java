package tributary.recommend;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tributary.recommend.als.AlsRecommender;
import tributary.recommend.als.ImplicitAls;
import tributary.recommend.als.ImplicitAlsModel;
import tributary.recommend.matrix.SparseMatrix;
import tributary.recommend.ranking.CoPurchase;
import tributary.recommend.ranking.Neighbours;
import tributary.recommend.ranking.Popularity;
import tributary.recommend.ranking.Recommender;
import tributary.recommend.ranking.Trending;
import tributary.recommend.svdpp.SvdPlusPlusRecommender;
import tributary.recommend.tuning.ModelSettings;

/**
 * All that can recommend.
 *
 * @param popular the same for everybody, or for everybody of a segment or with the same categories
 * @param personal by what each customer bought
 * @param coPurchase the one of those that compares products
 * @param als the factors of those that have any
 * @param weights what they were trained on
 */
record Contestants(
    List<Recommender> popular,
    List<Recommender> personal,
    CoPurchase coPurchase,
    ImplicitAlsModel als,
    SparseMatrix weights) {
  /** The name of popularity over all time. */
  static final String POPULARITY = "popularity";

  /** The name of popularity within the customer's segment. */
  static final String SEGMENT_POPULARITY = "popularity-segment";

  /** What is rising, rises within these days. */
  static final int TREND_DAYS = 14;

  /** What is popular in a segment or category, was bought within these days. */
  static final int GROUP_DAYS = 30;

  private static final int[] RECENT_DAYS = {7, 14, 30};

  /** How many similar products a product has. */
  static final int NEIGHBOURS = 20;

  Contestants {
    popular = List.copyOf(popular);
    personal = List.copyOf(personal);
  }

  /**
   * Trains on what is known.
   *
   * @param minimumSupport how many customers must have bought two products before one recommends
   *     the other
   * @param models what models are fitted with
   */
  static Contestants train(Purchases.View view, int minimumSupport, ModelSettings models) {
    Popularity ever = view.popularity(POPULARITY, Integer.MAX_VALUE);
    Popularity recent = view.popularity("recent", models.trendDays());
    SparseMatrix weights = view.weights();
    ImplicitAlsModel factors = ImplicitAls.fit(weights, models.als());
    AlsRecommender als = new AlsRecommender(factors, weights, models.als());
    CoPurchase coPurchase = CoPurchase.fit(weights, NEIGHBOURS, minimumSupport);
    return new Contestants(
        popular(view),
        List.of(
            coPurchase,
            SvdPlusPlusRecommender.fit(view.ratings(), models.svdpp()),
            als,
            new Trending(als, models.trendDays(), recent, ever)),
        coPurchase,
        factors,
        weights);
  }

  /** Those that do not learn from what each customer bought; popularity ever is the first. */
  static List<Recommender> popular(Purchases.View view) {
    Popularity ever = view.popularity(POPULARITY, Integer.MAX_VALUE);
    List<Recommender> popular = new ArrayList<>(List.of(ever));
    for (int days : RECENT_DAYS) {
      popular.add(view.popularity(POPULARITY + "-" + days, days));
    }
    Popularity recent = view.popularity("recent", TREND_DAYS);
    popular.add(Popularity.rising(POPULARITY + "-trend", recent, ever));
    view.segmentPopularity(SEGMENT_POPULARITY, GROUP_DAYS).ifPresent(popular::add);
    view.categoryPopularity(POPULARITY + "-category", GROUP_DAYS).ifPresent(popular::add);
    return popular;
  }

  /** Which products the same customers bought. */
  Neighbours boughtTogether() {
    return coPurchase.neighbours();
  }

  /** Which products have factors in the same direction, of those that enough customers bought. */
  Neighbours alike(int minimumSupport) {
    SparseMatrix buyers = weights.transpose();
    return Neighbours.byCosine(
        als.items(), NEIGHBOURS, product -> buyers.size(product) >= minimumSupport);
  }

  /** Every one of them. */
  Stream<Recommender> all() {
    return Stream.concat(popular.stream(), personal.stream());
  }

  /** The one of a name. */
  Recommender named(String name) {
    return all().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  boolean isPopularity(String name) {
    return popular.stream().anyMatch(each -> each.name().equals(name));
  }
}
