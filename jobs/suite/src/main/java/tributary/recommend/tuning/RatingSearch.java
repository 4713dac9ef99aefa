package tributary.recommend.tuning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import tributary.recommend.matrix.SparseMatrix;
import tributary.recommend.svdpp.BiasBaseline;
import tributary.recommend.svdpp.RatingErrors;
import tributary.recommend.svdpp.SvdPlusPlus;
import tributary.recommend.svdpp.SvdPlusPlusParams;
import tributary.recommend.svdpp.SvdPlusPlusParams.Terms;

/**
 * Searches SVD++'s four parameters on a grid by 3-fold cross-validation. The winner has the lowest
 * mean RMSE of the folds; it is then fitted to all of them, and judged, beside biases alone, by the
 * fifth of the ratings that the search did not see.
 */
public final class RatingSearch {
  static final String RECOMMENDER = "svdpp";
  static final String BASELINE = "bias-baseline";
  static final String CROSS_VALIDATION = "3-fold cross-validation";
  static final String HELD_OUT = "fifth of the ratings held out";

  private static final int[] FACTORS = {10, 20};
  private static final int[] EPOCHS = {20, 40};
  private static final double[] LEARNING_RATES = {0.007, 0.015};
  private static final double[] REGULARIZATIONS = {0.02, 0.1};

  private final RatingFolds folds;
  private final Consumer<Tried> figures;
  private final double[] sums;
  private final List<SvdPlusPlusParams> grid;

  private RatingSearch(SparseMatrix ratings, long seed, Consumer<Tried> figures) {
    this.folds = new RatingFolds(ratings, seed);
    this.figures = figures;
    this.grid = grid(seed);
    this.sums = new double[grid.size()];
  }

  /** A fit that leaves out a fold. */
  private record Trial(int combination, int fold) {}

  private record Judged(Trial trial, RatingErrors errors) {}

  /** All combinations. */
  static List<SvdPlusPlusParams> grid(long seed) {
    List<SvdPlusPlusParams> grid = new ArrayList<>();
    for (int factors : FACTORS) {
      for (int epochs : EPOCHS) {
        for (double rate : LEARNING_RATES) {
          for (double regularization : REGULARIZATIONS) {
            grid.add(
                SvdPlusPlusParams.defaults()
                    .withFactors(factors)
                    .withEpochs(epochs)
                    .withLearning(Terms.all(rate))
                    .withRegularization(Terms.all(regularization))
                    .withSeed(seed));
          }
        }
      }
    }
    return grid;
  }

  /** Fits of a search. */
  public static int trials() {
    return FACTORS.length
        * EPOCHS.length
        * LEARNING_RATES.length
        * REGULARIZATIONS.length
        * RatingFolds.FOLDS;
  }

  /**
   * Searches; the winner is the one that is told to be chosen. Without ratings there is none.
   *
   * @param ratings users in rows, items in columns
   * @param figures hears each as soon as it is there
   */
  public static void search(SparseMatrix ratings, long seed, Consumer<Tried> figures) {
    if (ratings.size() > 0) {
      new RatingSearch(ratings, seed, figures).search();
    }
  }

  private void search() {
    List<Trial> trials = new ArrayList<>();
    for (int combination = 0; combination < grid.size(); combination++) {
      for (int fold = 0; fold < RatingFolds.FOLDS; fold++) {
        trials.add(new Trial(combination, fold));
      }
    }
    SparseMatrix[] known = new SparseMatrix[RatingFolds.FOLDS];
    SparseMatrix[] hidden = new SparseMatrix[RatingFolds.FOLDS];
    Arrays.setAll(known, folds::without);
    Arrays.setAll(hidden, folds::fold);
    Fits.each(
        trials,
        trial ->
            new Judged(
                trial,
                SvdPlusPlus.fit(known[trial.fold()], grid.get(trial.combination()))
                    .errors(hidden[trial.fold()])),
        this::judged);
    int best = 0;
    for (int combination = 1; combination < grid.size(); combination++) {
      best = sums[combination] < sums[best] ? combination : best;
    }
    heldOut(grid.get(best));
  }

  private void judged(Judged judged) {
    int combination = judged.trial().combination();
    int fold = judged.trial().fold();
    Map<String, Number> parameters = searched(grid.get(combination));
    tell(RECOMMENDER, parameters, fold + 1, CROSS_VALIDATION, judged.errors());
    sums[combination] += judged.errors().rmse();
    if (fold + 1 == RatingFolds.FOLDS) {
      double mean = sums[combination] / RatingFolds.FOLDS;
      figures.accept(new Tried(RECOMMENDER, parameters, 0, CROSS_VALIDATION, "mean_rmse", mean));
    }
  }

  private void heldOut(SvdPlusPlusParams winner) {
    SparseMatrix known = folds.known();
    SparseMatrix hidden = folds.heldOut();
    tell(RECOMMENDER, searched(winner), 0, HELD_OUT, SvdPlusPlus.fit(known, winner).errors(hidden));
    tell(BASELINE, Map.of(), 0, HELD_OUT, BiasBaseline.fit(known).errors(hidden));
    figures.accept(new Tried(RECOMMENDER, winner.byName(), 0, HELD_OUT, "is_chosen", 1));
  }

  private void tell(
      String recommender,
      Map<String, Number> parameters,
      int fold,
      String scope,
      RatingErrors errors) {
    figures.accept(new Tried(recommender, parameters, fold, scope, "rmse", errors.rmse()));
    figures.accept(new Tried(recommender, parameters, fold, scope, "mae", errors.mae()));
  }

  private static Map<String, Number> searched(SvdPlusPlusParams params) {
    Map<String, Number> searched = new TreeMap<>(params.byName());
    searched.keySet().retainAll(List.of("n_factors", "n_epochs", "lr_all", "reg_all"));
    return searched;
  }
}
