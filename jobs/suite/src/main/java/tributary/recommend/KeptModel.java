package tributary.recommend;

import java.io.Serializable;
import java.util.Map;
import tributary.config.UserError;
import tributary.recommend.als.AlsRecommender;
import tributary.recommend.als.ImplicitAlsParams;
import tributary.recommend.ranking.CoPurchase;
import tributary.recommend.ranking.ModelNumbers;
import tributary.recommend.ranking.Recommender;
import tributary.recommend.ranking.Trending;
import tributary.recommend.svdpp.SvdPlusPlusRecommender;

/**
 * A model that was fitted before.
 *
 * @param modelId its name in all tables
 * @param runId the run that fitted it
 * @param recommender what it is
 * @param parameters what it was fitted with, as JSON
 * @param fillsUpWith the popularity that fills up the lists that it leaves short
 */
record KeptModel(
    String modelId, String runId, String recommender, String parameters, String fillsUpWith)
    implements Serializable {
  /**
   * Puts its numbers to what customers have now; nothing is fitted. Popularity is counted anew:
   * what is said of it is of the last days, which are others now.
   *
   * @throws UserError when it is popularity within groups, of which there are none now
   */
  Recommender recommender(ModelNumbers numbers, Purchases.View view, int products) {
    Map<String, Number> fitted = ModelParameters.of(parameters);
    return switch (recommender) {
      case "als" -> AlsRecommender.of(numbers, view.weights(), ImplicitAlsParams.of(fitted));
      case "als-trend" ->
          Trending.of(
              AlsRecommender.of(numbers, view.weights(), ImplicitAlsParams.of(fitted)),
              numbers,
              products,
              fitted);
      case "svdpp" -> SvdPlusPlusRecommender.of(numbers, view.ratings(), fitted);
      case "co-purchase" -> CoPurchase.of(numbers, view.weights(), fitted);
      default ->
          Contestants.popular(view).stream()
              .filter(each -> each.name().equals(recommender))
              .findFirst()
              .orElseThrow(
                  () ->
                      new UserError(
                          "Cannot use the model %s: no customer is in a segment now, or no product in a category; run segment first, or choose another model"
                              .formatted(modelId)));
    };
  }
}
