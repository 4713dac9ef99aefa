package tributary.recommend.svdpp;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tributary.recommend.matrix.SparseMatrix;
import tributary.recommend.ranking.Recommender;

/**
 * Ranks by the expected rating.
 *
 * @param model what was fitted
 * @param ratings what it was fitted to
 */
public record SvdPlusPlusRecommender(SvdPlusPlusModel model, SparseMatrix ratings)
    implements Recommender {
  @Override
  public String name() {
    return "svdpp";
  }

  @Override
  public void score(int customer, double[] scores) {
    model.score(customer, scores);
  }

  /** The purchases whose implicit factors add most. */
  @Override
  public List<Optional<Because>> because(int customer, int[] items) {
    return Arrays.stream(items).mapToObj(item -> because(customer, item)).toList();
  }

  private Optional<Because> because(int customer, int item) {
    double most = 0;
    int strongest = -1;
    double scale = 1 / Math.sqrt(Math.max(1, ratings.size(customer)));
    for (int at = ratings.start(customer); at < ratings.end(customer); at++) {
      int other = ratings.column(at);
      double added = scale * model.items().dot(item, model.implicit(), other);
      if (added > most) {
        most = added;
        strongest = other;
      }
    }
    return strongest < 0
        ? Optional.empty()
        : Optional.of(new Because(strongest, model.score(customer, item) - most));
  }
}
