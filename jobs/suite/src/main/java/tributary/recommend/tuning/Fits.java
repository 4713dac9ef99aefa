package tributary.recommend.tuning;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Consumer;
import java.util.function.Function;

/** Fits that do not depend on each other, on all cores. */
final class Fits {
  private Fits() {}

  /**
   * Makes one of each, several at a time, and hands them over in order, as soon as they are there.
   */
  static <T, R> void each(List<T> inputs, Function<T, R> fit, Consumer<R> results) {
    ForkJoinPool threads = new ForkJoinPool(Runtime.getRuntime().availableProcessors());
    try {
      List<ForkJoinTask<R>> fits =
          inputs.stream().map(input -> threads.submit(() -> fit.apply(input))).toList();
      fits.forEach(each -> results.accept(each.join()));
    } finally {
      threads.shutdownNow();
    }
  }
}
