package tributary.recommend.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import tributary.recommend.als.AlsRecommender;
import tributary.recommend.als.ImplicitAls;
import tributary.recommend.als.ImplicitAlsParams;
import tributary.recommend.ranking.HeldOut;
import tributary.recommend.ranking.Popularity;
import tributary.recommend.ranking.RankingQuality;
import tributary.recommend.ranking.Recommender;
import tributary.recommend.ranking.Trending;

/**
 * Searches the parameters of implicit ALS, and over how many days demand is a trend, by what
 * customers bought for the first time in some days. These must be others than the days that
 * recommenders are compared by: who chooses among many by some days finds what fits those. The
 * winner has the highest mean NDCG@10, weighted by the trend or not.
 */
public final class PreferenceSearch {
  static final String ALS = "als";
  static final String TREND = "als-trend";
  static final String EARLIER = "days before those held out, new products";

  private static final int LENGTH = 10;
  private static final int[] RANKS = {20, 40};
  private static final double[] ALPHAS = {0.3, 1, 4};
  private static final double[] REGULARIZATIONS = {3, 10, 30};
  private static final int[] TREND_DAYS = {7, 14, 30};

  private final HeldOut split;
  private final IntFunction<Popularity> lately;
  private final ModelSettings defaults;
  private final Consumer<Tried> figures;
  private ModelSettings best;
  private double highest = -1;

  private PreferenceSearch(
      HeldOut split,
      IntFunction<Popularity> lately,
      ModelSettings defaults,
      Consumer<Tried> figures) {
    this.split = split;
    this.lately = lately;
    this.defaults = defaults;
    this.figures = figures;
    this.best = defaults;
  }

  /** The qualities of one fit, without a trend and by each. */
  private record Judged(ImplicitAlsParams params, double plain, double[] trending) {}

  /** Fits of a search. */
  public static int trials() {
    return RANKS.length * ALPHAS.length * REGULARIZATIONS.length;
  }

  /**
   * Searches; the winner is the one that is told to be chosen. With nothing to find there is none.
   *
   * @param split what was known before the days, and what is to be found
   * @param lately the demand of so many days before; all that was known where there are fewer
   * @param defaults what is not searched
   * @param figures hears each as soon as it is there
   */
  public static void search(
      HeldOut split,
      IntFunction<Popularity> lately,
      ModelSettings defaults,
      Consumer<Tried> figures) {
    if (split.relevant().size() > 0) {
      new PreferenceSearch(split, lately, defaults, figures).search();
    }
  }

  private void search() {
    List<ImplicitAlsParams> grid = new ArrayList<>();
    for (int rank : RANKS) {
      for (double alpha : ALPHAS) {
        for (double regularization : REGULARIZATIONS) {
          grid.add(
              defaults.als().withRank(rank).withAlpha(alpha).withRegularization(regularization));
        }
      }
    }
    Fits.each(grid, this::judge, this::judged);
    Map<String, Number> parameters = new TreeMap<>(best.als().byName());
    parameters.put("trend_days", best.trendDays());
    figures.accept(new Tried(ALS, parameters, 0, EARLIER, "is_chosen", 1));
  }

  private Judged judge(ImplicitAlsParams params) {
    AlsRecommender als =
        new AlsRecommender(ImplicitAls.fit(split.known(), params), split.known(), params);
    double[] trending = new double[TREND_DAYS.length];
    for (int i = 0; i < trending.length; i++) {
      trending[i] =
          ndcg(
              new Trending(
                  als,
                  TREND_DAYS[i],
                  lately.apply(TREND_DAYS[i]),
                  lately.apply(Integer.MAX_VALUE)));
    }
    return new Judged(params, ndcg(als), trending);
  }

  private double ndcg(Recommender recommender) {
    return RankingQuality.mean(RankingQuality.of(recommender, split, LENGTH).ndcg());
  }

  private void judged(Judged judged) {
    Map<String, Number> parameters = new TreeMap<>(judged.params().byName());
    parameters.keySet().retainAll(List.of("rank", "alpha", "regularization"));
    figures.accept(new Tried(ALS, parameters, 0, EARLIER, "ndcg_at_10", judged.plain()));
    prefer(judged.params(), defaults.trendDays(), judged.plain());
    for (int i = 0; i < TREND_DAYS.length; i++) {
      Map<String, Number> withDays = new TreeMap<>(parameters);
      withDays.put("trend_days", TREND_DAYS[i]);
      figures.accept(new Tried(TREND, withDays, 0, EARLIER, "ndcg_at_10", judged.trending()[i]));
      prefer(judged.params(), TREND_DAYS[i], judged.trending()[i]);
    }
  }

  private void prefer(ImplicitAlsParams params, int trendDays, double ndcg) {
    if (ndcg > highest) {
      highest = ndcg;
      best = new ModelSettings(params, trendDays, defaults.svdpp());
    }
  }
}
