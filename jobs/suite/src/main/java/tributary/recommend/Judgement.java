package tributary.recommend;

import java.util.List;
import java.util.stream.Stream;
import tributary.recommend.matrix.SparseMatrix;
import tributary.recommend.ranking.HeldOut;
import tributary.recommend.ranking.OwnPurchases;
import tributary.recommend.ranking.RankingQuality;
import tributary.recommend.svdpp.BiasBaseline;
import tributary.recommend.svdpp.RatingErrors;
import tributary.recommend.svdpp.SvdPlusPlusRecommender;

/**
 * What is told of recommenders beside the contest: how well they foretell what is bought again, and
 * how far expected ratings are from real ones.
 *
 * @param known recommenders that were fitted to what was known
 * @param purchases with the days that are held out
 * @param testDays how many these are
 */
record Judgement(Contestants known, Purchases purchases, int testDays) {
  void tell(Results results) {
    repeats(results);
    ratings(results);
  }

  private void repeats(Results results) {
    HeldOut split = purchases.repeats(testDays);
    if (split.relevant().size() == 0) {
      return;
    }
    List<RankingQuality> qualities =
        Stream.concat(known.all(), Stream.of(new OwnPurchases(split.known())))
            .map(each -> RankingQuality.ofRepeats(each, split, Contest.LENGTH))
            .toList();
    RankingQuality popular =
        Contest.best(
            qualities, name -> known.isPopularity(name) && !Contest.isFlattered(name, purchases));
    qualities.forEach(each -> results.repeats(each, popular));
  }

  private void ratings(Results results) {
    SparseMatrix ratings = purchases.newRatings();
    if (ratings.size() == 0) {
      return;
    }
    errors(results, "bias-baseline", BiasBaseline.fit(purchases.known().ratings()).errors(ratings));
    known
        .all()
        .filter(SvdPlusPlusRecommender.class::isInstance)
        .map(SvdPlusPlusRecommender.class::cast)
        .forEach(each -> errors(results, each.name(), each.model().errors(ratings)));
    int rated = purchases.now().ratings().size();
    int pairs = purchases.now().weights().size();
    results.figure("svdpp", "pairs_without_rating", pairs - rated, null);
  }

  private static void errors(Results results, String recommender, RatingErrors errors) {
    results.figure(recommender, "rmse", errors.rmse(), null);
    results.figure(recommender, "mae", errors.mae(), null);
  }
}
