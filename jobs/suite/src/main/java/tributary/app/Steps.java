package tributary.app;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Times the steps of a command and shows them on the error stream: on a terminal one live line with
 * the seconds so far, elsewhere a line when a step begins and one when it ends. One step at a time.
 */
final class Steps implements AutoCloseable {
  private static final String ERASE_LINE = "\r\033[K";
  private static final long TICK_MILLIS = 200;
  private static final double NANOS = 1e9;

  private final Terminal terminal;
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private final long start = System.nanoTime();
  private ScheduledExecutorService ticker;
  private String running;
  private String detail = "";
  private long runningSince;

  Steps(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  /** What a step does. */
  @FunctionalInterface
  interface Work<T, E extends Exception> {
    T run() throws E;
  }

  /** What a step does that has no result. */
  @FunctionalInterface
  interface Chore<E extends Exception> {
    void run() throws E;
  }

  <E extends Exception> void run(String name, Chore<E> chore) throws E {
    get(
        name,
        () -> {
          chore.run();
          return name;
        });
  }

  <T, E extends Exception> T get(String name, Work<T, E> work) throws E {
    begin(name);
    boolean isDone = false;
    try {
      T result = work.run();
      isDone = true;
      return result;
    } finally {
      end(isDone);
    }
  }

  /** Shows how far the running step is, such as "120,000 lines"; only a terminal shows it. */
  synchronized void progress(String soFar) {
    detail = requireNonNull(soFar, "soFar is null");
  }

  /** Shows what the user should know besides, on a line of its own. */
  synchronized void notice(String sentence) {
    terminal.err().println(terminal.isInteractive() ? ERASE_LINE + sentence : sentence);
  }

  /** Seconds by step, in the order of the first run of each. */
  synchronized Map<String, Double> seconds() {
    return new LinkedHashMap<>(seconds);
  }

  /** Since the first step could have begun. */
  double totalSeconds() {
    return since(start);
  }

  private synchronized void begin(String name) {
    if (running != null) {
      throw new IllegalStateException(
          "Cannot begin step %s: step %s is running".formatted(name, running));
    }
    running = requireNonNull(name, "name is null");
    runningSince = System.nanoTime();
    detail = "";
    if (terminal.isInteractive()) {
      tick();
    } else {
      terminal.err().println(name + " ...");
    }
  }

  private synchronized void end(boolean isDone) {
    double took = since(runningSince);
    seconds.merge(running, took, Double::sum);
    String line =
        String.format(
            Locale.ROOT, "%-12s %s %.1f s", running, isDone ? "done in" : "failed after", took);
    terminal.err().println(terminal.isInteractive() ? ERASE_LINE + line : line);
    running = null;
  }

  private synchronized void tick() {
    if (ticker == null) {
      ticker =
          Executors.newSingleThreadScheduledExecutor(
              task -> {
                Thread thread = new Thread(task, "progress");
                thread.setDaemon(true);
                return thread;
              });
      ticker.scheduleAtFixedRate(this::show, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private synchronized void show() {
    if (running != null) {
      String line =
          String.format(Locale.ROOT, "%-12s %.0f s  %s", running, since(runningSince), detail);
      terminal
          .err()
          .print(ERASE_LINE + line.substring(0, Math.min(line.length(), terminal.width() - 1)));
      terminal.err().flush();
    }
  }

  private static double since(long nanos) {
    return (System.nanoTime() - nanos) / NANOS;
  }

  @Override
  public void close() {
    if (ticker != null) {
      ticker.shutdownNow();
    }
  }
}
