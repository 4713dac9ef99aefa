package tributary.recommend.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tributary.recommend.matrix.SparseMatrix;
import tributary.recommend.ranking.HeldOut;
import tributary.recommend.ranking.Popularity;

class SearchTest {
  private static final int USERS = 120;
  private static final int ITEMS = 60;
  private final SparseMatrix ratings = ratings();

  @Test
  void cutsRatingsIntoAFifthHeldOutAndThreeFolds() {
    RatingFolds folds = new RatingFolds(ratings, 1);
    int size = ratings.size();

    assertThat((double) folds.heldOut().size() / size).isCloseTo(0.2, within(0.03));
    for (int fold = 0; fold < RatingFolds.FOLDS; fold++) {
      assertThat((double) folds.fold(fold).size() / size).isCloseTo(0.8 / 3, within(0.03));
      assertThat(folds.fold(fold).size() + folds.without(fold).size())
          .isEqualTo(folds.known().size());
    }
    assertThat(folds.known().size() + folds.heldOut().size()).isEqualTo(size);
    assertThat(new RatingFolds(ratings, 2).heldOut()).isNotEqualTo(folds.heldOut());
  }

  @Test
  void triesEveryCombinationOnEveryFoldAndTellsTheSameAgain() {
    List<Tried> figures = ratingFigures();

    assertThat(figures)
        .filteredOn(each -> each.fold() > 0 && each.metric().equals("rmse"))
        .hasSize(RatingSearch.trials())
        .extracting(each -> each.parameters().toString() + each.fold())
        .doesNotHaveDuplicates();
    assertThat(figures)
        .filteredOn(each -> each.fold() > 0 && each.metric().equals("mae"))
        .hasSize(RatingSearch.trials());
    assertThat(ratingFigures()).isEqualTo(figures);
  }

  @Test
  void choosesTheLowestMeanOfTheFoldsAndJudgesItBesideBiases() {
    List<Tried> figures = ratingFigures();
    Tried best =
        figures.stream()
            .filter(each -> each.metric().equals("mean_rmse"))
            .min((one, other) -> Double.compare(one.value(), other.value()))
            .orElseThrow();
    Tried chosen =
        figures.stream().filter(each -> each.metric().equals("is_chosen")).findAny().orElseThrow();

    assertThat(chosen.parameters()).containsAllEntriesOf(best.parameters());
    assertThat(heldOut(figures, "svdpp")).isPositive();
    // These ratings are products of factors: biases cannot know them.
    assertThat(heldOut(figures, "svdpp")).isLessThan(0.9 * heldOut(figures, "bias-baseline"));
  }

  private static double heldOut(List<Tried> figures, String recommender) {
    return figures.stream()
        .filter(each -> each.recommender().equals(recommender))
        .filter(each -> each.scope().equals(RatingSearch.HELD_OUT) && each.metric().equals("rmse"))
        .mapToDouble(Tried::value)
        .findFirst()
        .orElseThrow();
  }

  private List<Tried> ratingFigures() {
    List<Tried> figures = new ArrayList<>();
    RatingSearch.search(ratings, 1, figures::add);
    return figures;
  }

  @Test
  void choosesTheHighestQualityOfAlsWithAndWithoutATrend() {
    HeldOut split = HeldOut.fifthOf(aboveMean(), 3);
    Popularity popularity = Popularity.ofCustomers("lately", split.known());
    List<Tried> figures = new ArrayList<>();
    PreferenceSearch.search(split, days -> popularity, ModelSettings.defaults(1), figures::add);
    double highest =
        figures.stream()
            .filter(each -> each.metric().equals("ndcg_at_10"))
            .mapToDouble(Tried::value)
            .max()
            .orElseThrow();
    Map<String, Number> chosen = figures.get(figures.size() - 1).parameters();

    assertThat(figures)
        .filteredOn(each -> each.recommender().equals("als"))
        .hasSize(PreferenceSearch.trials() + 1);
    assertThat(figures)
        .filteredOn(each -> each.metric().equals("ndcg_at_10") && each.value() == highest)
        .anyMatch(each -> chosen.entrySet().containsAll(withoutDays(each).entrySet()));
  }

  /** Who rated what above the mean. */
  private SparseMatrix aboveMean() {
    boolean[] isAbove = new boolean[ratings.size()];
    for (int at = 0; at < isAbove.length; at++) {
      isAbove[at] = ratings.value(at) > ratings.mean();
    }
    return ratings.where(isAbove);
  }

  private static Map<String, Number> withoutDays(Tried tried) {
    Map<String, Number> parameters = new TreeMap<>(tried.parameters());
    parameters.remove("trend_days");
    return parameters;
  }

  @Test
  void choosesNothingWhereThereIsNothing() {
    List<Tried> figures = new ArrayList<>();
    SparseMatrix empty = SparseMatrix.of(3, 2, new int[0], new int[0], new double[0]);
    RatingSearch.search(empty, 1, figures::add);
    PreferenceSearch.search(
        new HeldOut(empty, empty),
        days -> Popularity.ofCustomers("lately", empty),
        ModelSettings.defaults(1),
        figures::add);

    assertThat(figures).isEmpty();
  }

  /** 3 plus the product of two factors of each, with a little noise; a third of all pairs. */
  private static SparseMatrix ratings() {
    Random random = new Random(5);
    double[][] users = factors(USERS, random);
    double[][] items = factors(ITEMS, random);
    int[] pairs =
        IntStream.range(0, USERS * ITEMS).filter(pair -> random.nextInt(3) == 0).toArray();
    return SparseMatrix.of(
        USERS,
        ITEMS,
        IntStream.of(pairs).map(pair -> pair / ITEMS).toArray(),
        IntStream.of(pairs).map(pair -> pair % ITEMS).toArray(),
        IntStream.of(pairs)
            .mapToDouble(
                pair -> {
                  double[] user = users[pair / ITEMS];
                  double[] item = items[pair % ITEMS];
                  return 3
                      + 2 * (user[0] * item[0] + user[1] * item[1])
                      + 0.05 * random.nextGaussian();
                })
            .toArray());
  }

  private static double[][] factors(int count, Random random) {
    return IntStream.range(0, count)
        .mapToObj(i -> new double[] {random.nextGaussian(), random.nextGaussian()})
        .toArray(double[][]::new);
  }
}
