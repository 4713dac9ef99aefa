package tributary.app;

import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.service.launcher.IrqHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ctrl-C and its like: interrupts the thread that runs the command and gives it time to cancel its
 * job and to record how it ended. Until it has, the JVM does not begin to end, for then Iceberg
 * would no longer write. A second signal ends the process at once; not one that comes with the
 * first, as from a shell whose terminal is closed. To be closed when the command is done.
 */
final class Interruption implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Interruption.class);
  private static final Map<String, Integer> SIGNALS = Map.of("HUP", 1, "INT", 2, "TERM", 15);

  /** Within which signals are one and the same. */
  private static final long AT_ONCE_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** What shells add to the number of the signal that ended a process. */
  private static final int EXIT_CODES = 128;

  /** More than the half minute within which a job must end after it was cancelled. */
  private static final int PATIENCE_SECONDS = 75;

  private final Thread command = Thread.currentThread();
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile int signal;
  private volatile long since;

  private Interruption() {}

  static Interruption ofThisThread() {
    Interruption interruption = new Interruption();
    SIGNALS.forEach(interruption::listen);
    return interruption;
  }

  private void listen(String name, int number) {
    try {
      new IrqHandler(name, sent -> interrupt(number)).bind();
    } catch (IllegalArgumentException e) {
      LOG.warn("SIG{} ends this process at once: {}", name, e.getMessage());
    }
  }

  boolean hasCome() {
    return signal > 0;
  }

  /** What an interrupted process ends with. */
  OptionalInt exitCode() {
    return hasCome() ? OptionalInt.of(EXIT_CODES + signal) : OptionalInt.empty();
  }

  private void interrupt(int number) {
    if (isFirst(number)) {
      command.interrupt();
      if (!isDoneInTime()) {
        Runtime.getRuntime().halt(EXIT_CODES + number);
      }
    } else if (System.nanoTime() - since > AT_ONCE_NANOS) {
      Runtime.getRuntime().halt(EXIT_CODES + number);
    }
  }

  private synchronized boolean isFirst(int number) {
    if (hasCome()) {
      return false;
    }
    since = System.nanoTime();
    signal = number;
    return true;
  }

  private boolean isDoneInTime() {
    try {
      return done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    done.countDown();
  }
}
