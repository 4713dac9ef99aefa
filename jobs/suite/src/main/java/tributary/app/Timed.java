package tributary.app;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a computation gave, and how long it took.
 *
 * @param result of the last time
 * @param seconds the median of the times that count
 */
record Timed<T>(T result, double seconds) {
  private static final int WARM_UPS = 2;
  private static final int TIMES = 3;

  /** Twice to warm up, then the median of three. */
  static <T> Timed<T> warm(Supplier<T> computation) {
    for (int i = 0; i < WARM_UPS; i++) {
      computation.get();
    }
    List<Double> seconds = new ArrayList<>();
    T result = null;
    for (int i = 0; i < TIMES; i++) {
      Timed<T> timed = once(computation);
      seconds.add(timed.seconds());
      result = timed.result();
    }
    Collections.sort(seconds);
    return new Timed<>(result, seconds.get(TIMES / 2));
  }

  /** As it is. */
  static <T> Timed<T> once(Supplier<T> computation) {
    long begun = System.nanoTime();
    T result = computation.get();
    return new Timed<>(result, (System.nanoTime() - begun) / 1e9);
  }
}
