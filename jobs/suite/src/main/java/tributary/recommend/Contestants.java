package tributary.recommend;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tributary.recommend.als.AlsRecommender;
import tributary.recommend.als.ImplicitAls;
import tributary.recommend.matrix.SparseMatrix;
import tributary.recommend.ranking.CoPurchase;
import tributary.recommend.ranking.Popularity;
import tributary.recommend.ranking.Recommender;
import tributary.recommend.ranking.Trending;
import tributary.recommend.svdpp.SvdPlusPlusRecommender;
import tributary.recommend.tuning.ModelSettings;

/**
 * All that can recommend.
 *
 * @param popular the same for everybody, by different spans of time
 * @param personal by what each customer bought
 */
record Contestants(List<Popularity> popular, List<Recommender> personal) {
  /** The name of popularity over all time. */
  static final String POPULARITY = "popularity";

  private static final int[] RECENT_DAYS = {7, 14, 30};
  private static final int NEIGHBOURS = 20;

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
    List<Popularity> popular = popular(view);
    SparseMatrix weights = view.weights();
    AlsRecommender als =
        new AlsRecommender(ImplicitAls.fit(weights, models.als()), weights, models.als());
    return new Contestants(
        popular,
        List.of(
            CoPurchase.fit(weights, NEIGHBOURS, minimumSupport),
            SvdPlusPlusRecommender.fit(view.ratings(), models.svdpp()),
            als,
            new Trending(als, view.popularity("recent", models.trendDays()), popular.get(0))));
  }

  /** Those that are the same for everybody. */
  static List<Popularity> popular(Purchases.View view) {
    List<Popularity> popular = new ArrayList<>();
    popular.add(view.popularity(POPULARITY, Integer.MAX_VALUE));
    for (int days : RECENT_DAYS) {
      popular.add(view.popularity(POPULARITY + "-" + days, days));
    }
    return popular;
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
