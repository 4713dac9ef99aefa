package tributary.recommend;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import tributary.recommend.ranking.Bootstrap;
import tributary.recommend.ranking.HeldOut;
import tributary.recommend.ranking.RankingQuality;

/**
 * Which recommender best ranks the products that customers bought for the first time in the days
 * that were held out: by the mean NDCG@10. What is personal is published only when it beats the
 * best popularity by more than chance: the bootstrap interval of the difference is above 0, over
 * {@value #FEWEST} customers at least. A popularity that knew those days is not the best one.
 *
 * @param qualities of every recommender
 * @param popular the best of those that are the same for everybody
 * @param personal the best of the others
 * @param advantage interval of the mean difference of NDCG@10 between the two
 */
record Contest(
    List<RankingQuality> qualities,
    RankingQuality popular,
    RankingQuality personal,
    Bootstrap advantage) {
  /** How long the judged lists are. */
  static final int LENGTH = 10;

  /** Fewer customers prove nothing. */
  static final int FEWEST = 30;

  /** Of all intervals: the one that decides is the one that is told. */
  private static final long SEED = 1;

  /** Judges those that were trained on what was known. */
  static Contest of(Contestants contestants, Purchases purchases) {
    HeldOut split = purchases.newProducts();
    List<RankingQuality> qualities =
        contestants.all().map(each -> RankingQuality.of(each, split, LENGTH)).toList();
    RankingQuality popular =
        best(qualities, name -> contestants.isPopularity(name) && !isFlattered(name, purchases));
    RankingQuality personal = best(qualities, name -> !contestants.isPopularity(name));
    return new Contest(
        qualities, popular, personal, interval(difference(personal.ndcg(), popular.ndcg())));
  }

  /** Whether a recommender was judged by segments that know what it had to foretell. */
  static boolean isFlattered(String recommender, Purchases purchases) {
    return recommender.equals(Contestants.SEGMENT_POPULARITY) && purchases.segmentsTellTheFuture();
  }

  /** The best by NDCG of those whose names are admitted. */
  static RankingQuality best(List<RankingQuality> qualities, Predicate<String> isAdmitted) {
    return qualities.stream()
        .filter(each -> isAdmitted.test(each.recommender()))
        .max(Comparator.comparingDouble(each -> RankingQuality.mean(each.ndcg())))
        .orElseThrow();
  }

  /** Customer by customer, by how much one's figures are above another's. */
  static double[] difference(double[] one, double[] other) {
    double[] difference = one.clone();
    for (int i = 0; i < difference.length; i++) {
      difference[i] -= other[i];
    }
    return difference;
  }

  /** The interval of the mean of customers' figures. */
  static Bootstrap interval(double[] figures) {
    return Bootstrap.of(figures, SEED);
  }

  /** Whether what is personal beats the best popularity by more than chance. */
  boolean isProven() {
    return advantage.low() > 0 && popular.customers().length >= FEWEST;
  }

  /** How good a recommender is; nothing when it was not judged. */
  Optional<RankingQuality> of(String recommender) {
    return qualities.stream().filter(each -> each.recommender().equals(recommender)).findFirst();
  }

  /** The name of the one to publish. */
  String winner() {
    return isProven() ? personal.recommender() : popular.recommender();
  }

  /** The result in words. */
  String sentence() {
    int judged = popular.customers().length;
    if (judged < FEWEST) {
      return "customers who bought something new in the days that were held out: %s; fewer than %s prove nothing, so popular products are recommended"
          .formatted(judged, FEWEST);
    }
    double ours = RankingQuality.mean(personal.ndcg());
    double theirs = RankingQuality.mean(popular.ndcg());
    return String.format(
        Locale.ROOT,
        "%s %s %s: NDCG@10 %.4f against %.4f over %,d customers (difference %.4f to %.4f)%s",
        personal.recommender(),
        isProven() ? "beats" : "does not beat",
        popular.recommender(),
        ours,
        theirs,
        judged,
        advantage.low(),
        advantage.high(),
        isProven() ? "" : ", so popular products are recommended");
  }
}
