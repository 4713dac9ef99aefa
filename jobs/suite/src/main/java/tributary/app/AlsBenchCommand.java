package tributary.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import tributary.config.AlsBenchSettings;
import tributary.config.Setting;
import tributary.config.SettingsReader;
import tributary.recommend.als.ImplicitAls;
import tributary.recommend.als.ImplicitAlsModel;
import tributary.recommend.als.ImplicitAlsParams;
import tributary.recommend.matrix.SparseMatrix;
import tributary.recommend.matrix.Triplets;
import tributary.recommend.ranking.HeldOut;
import tributary.recommend.ranking.TopItems;

/** Fits implicit ALS on a file of interactions and says how well and how fast. */
@Command(
    name = "als",
    description =
        "Fits implicit ALS to interactions, ranks everybody's items, and prints one line of JSON:"
            + " recall at 10 of items held out, and seconds.",
    footer = {
      "",
      "Examples:",
      "  tributary bench als --input purchases.csv",
      "  tributary bench als --input train.csv --test test.csv --iterations 15"
    })
final class AlsBenchCommand implements Task {
  private static final int TOP = 10;

  @Override
  public List<Setting<?>> settings() {
    return AlsBenchSettings.settings();
  }

  @Override
  public Action prepare(SettingsReader reader) {
    AlsBenchSettings settings = AlsBenchSettings.read(reader);
    return terminal -> {
      ForkJoinPool threads = new ForkJoinPool(settings.threads());
      try {
        Summary summary = threads.submit(() -> measure(settings)).get();
        terminal.out().println(summary.json());
        return summary;
      } finally {
        threads.shutdown();
      }
    };
  }

  private static Summary measure(AlsBenchSettings settings) {
    Triplets known = new Triplets();
    TripletsFile.read(settings.input(), 0, known::add);
    SparseMatrix interactions = TripletsFile.matrix(settings.input(), known);
    ImplicitAlsParams params =
        ImplicitAlsParams.defaults()
            .withRank(settings.rank())
            .withIterations(settings.iterations())
            .withAlpha(settings.alpha())
            .withRegularization(settings.regularization())
            .withSeed(settings.seed());

    ImplicitAls.fit(interactions, params.withIterations(1));
    Timed<ImplicitAlsModel> fit = Timed.once(() -> ImplicitAls.fit(interactions, params));
    Supplier<int[][]> ranking = () -> top(fit.result(), interactions);
    ranking.get();
    Timed<int[][]> top = Timed.once(ranking);
    HeldOut heldOut;
    int[][] judged;
    if (settings.test().isPresent()) {
      heldOut = new HeldOut(interactions, test(settings.test().get(), known));
      judged = top.result();
    } else {
      heldOut = HeldOut.fifthOf(interactions, settings.seed());
      judged = top(ImplicitAls.fit(heldOut.known(), params), heldOut.known());
    }
    return new Summary("bench als")
        .add("interactions", interactions.size())
        .add("users", interactions.rowCount())
        .add("items", interactions.columnCount())
        .add("rank", settings.rank())
        .add("iterations", settings.iterations())
        .add("alpha", settings.alpha())
        .add("regularization", settings.regularization())
        .add("threads", settings.threads())
        .add("seed", settings.seed())
        .add("held_out", heldOut.relevant().size())
        .add("recall_at_10", heldOut.recall(judged))
        .add("fit_seconds", fit.seconds())
        .add("top10_seconds", top.seconds());
  }

  /** Those of a file's interactions whose user and item are known. */
  private static SparseMatrix test(Path file, Triplets known) {
    Triplets test = known.sameNames();
    TripletsFile.read(
        file,
        0,
        (user, item, value) -> {
          if (known.row(user) >= 0 && known.column(item) >= 0) {
            test.add(user, item, value);
          }
        });
    return TripletsFile.matrix(file, test);
  }

  /** Each customer's best items among those not bought. */
  private static int[][] top(ImplicitAlsModel model, SparseMatrix known) {
    return IntStream.range(0, known.rowCount())
        .parallel()
        .mapToObj(
            customer -> {
              double[] scores = new double[known.columnCount()];
              model.score(customer, scores);
              return TopItems.of(scores, TOP, item -> !known.contains(customer, item));
            })
        .toArray(int[][]::new);
  }
}
