package tributary.app;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import tributary.config.Setting;
import tributary.config.SettingsReader;
import tributary.config.SvdppBenchSettings;
import tributary.recommend.matrix.SparseMatrix;
import tributary.recommend.matrix.Triplets;
import tributary.recommend.ranking.TopItems;
import tributary.recommend.svdpp.BiasBaseline;
import tributary.recommend.svdpp.RatingErrors;
import tributary.recommend.svdpp.RatingModel;
import tributary.recommend.svdpp.SvdPlusPlus;
import tributary.recommend.svdpp.SvdPlusPlusModel;
import tributary.recommend.svdpp.SvdPlusPlusParams;
import tributary.recommend.svdpp.SvdPlusPlusParams.Terms;

/** Fits SVD++ on a file of ratings and says how well and how fast. */
@Command(
    name = "svdpp",
    description =
        "Fits SVD++ to ratings, predicts others, and prints one line of JSON: errors, and seconds"
            + " once the code is warm.",
    footer = {
      "",
      "Examples:",
      "  tributary bench svdpp --train train.csv --test test.csv",
      "  tributary bench svdpp --train train.csv --test test.csv --seed 7 --n-epochs 30"
    })
final class SvdppBenchCommand implements Task {
  private static final int TOP = 10;

  /** A rating that is to be expected; -1 for a user or item that is unknown. */
  private record Expected(int user, int item, double rating) {}

  @Override
  public List<Setting<?>> settings() {
    return SvdppBenchSettings.settings();
  }

  @Override
  public Action prepare(SettingsReader reader) {
    SvdppBenchSettings settings = SvdppBenchSettings.read(reader);
    return terminal -> {
      Summary summary = measure(settings);
      terminal.out().println(summary.json());
      return summary;
    };
  }

  private static Summary measure(SvdppBenchSettings settings) {
    Triplets known = new Triplets();
    TripletsFile.read(settings.train(), -Double.MAX_VALUE, known::add);
    List<Expected> expected = new ArrayList<>();
    TripletsFile.read(
        settings.test(),
        -Double.MAX_VALUE,
        (user, item, rating) ->
            expected.add(new Expected(known.row(user), known.column(item), rating)));
    SparseMatrix ratings = TripletsFile.matrix(settings.train(), known);
    SvdPlusPlusParams params = params(settings);

    Timed<SvdPlusPlusModel> fit = Timed.warm(() -> SvdPlusPlus.fit(ratings, params));
    SvdPlusPlusModel model = fit.result();
    Timed<RatingErrors> errors = Timed.warm(() -> errors(model, expected));
    RatingErrors baseline = errors(BiasBaseline.fit(ratings), expected);
    Timed<Integer> top = Timed.warm(() -> top(model, ratings));
    return new Summary("bench svdpp")
        .add("ratings", ratings.size())
        .add("users", ratings.rowCount())
        .add("items", ratings.columnCount())
        .add("test_ratings", expected.size())
        .add("n_factors", settings.factors())
        .add("n_epochs", settings.epochs())
        .add("lr_all", settings.learningRate())
        .add("reg_all", settings.regularization())
        .add("seed", settings.seed())
        .add("rmse", errors.result().rmse())
        .add("mae", errors.result().mae())
        .add("baseline_rmse", baseline.rmse())
        .add("baseline_mae", baseline.mae())
        .add("fit_seconds", fit.seconds())
        .add("predict_seconds", errors.seconds())
        .add("top10_seconds", top.seconds());
  }

  private static SvdPlusPlusParams params(SvdppBenchSettings settings) {
    return SvdPlusPlusParams.defaults()
        .withFactors(settings.factors())
        .withEpochs(settings.epochs())
        .withLearning(Terms.all(settings.learningRate()))
        .withRegularization(Terms.all(settings.regularization()))
        .withSeed(settings.seed());
  }

  private static RatingErrors errors(RatingModel model, List<Expected> expected) {
    RatingErrors errors = RatingErrors.NONE;
    for (Expected each : expected) {
      errors = errors.plus(each.rating() - model.predict(each.user(), each.item()));
    }
    return errors;
  }

  /** The best items that each user has not rated; how many there are in all. */
  private static int top(SvdPlusPlusModel model, SparseMatrix ratings) {
    double[] scores = new double[ratings.columnCount()];
    int found = 0;
    for (int user = 0; user < ratings.rowCount(); user++) {
      model.score(user, scores);
      int rater = user;
      found += TopItems.of(scores, TOP, item -> !ratings.contains(rater, item)).length;
    }
    return found;
  }
}
