package tributary.recommend.tuning;

import java.util.Map;

/**
 * A figure of a combination of parameters.
 *
 * @param recommender which kind
 * @param parameters the combination, those that are searched
 * @param fold from 1; 0 when it is about all folds, or there are none
 * @param scope what it was judged on, without the combination and the fold
 * @param metric what the figure is
 * @param value the figure
 */
public record Tried(
    String recommender,
    Map<String, Number> parameters,
    int fold,
    String scope,
    String metric,
    double value) {}
