package tributary.publish;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tributary.config.UserError;
import tributary.lake.BranchLock;
import tributary.lake.BranchLock.Holder;
import tributary.lake.Lake;

/**
 * One writing run at a time: a lock on {@code ops.run}, which its holder extends while it lives and
 * releases when closed. The lock of a process that died here is taken over at once; one of another
 * machine, of which that cannot be known, or of a process that was suspended, when its time is
 * over. Whoever lost it can neither publish nor release it.
 */
final class RunLock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunLock.class);
  private static final String LOCK = "lock";
  private static final String OWNER = "tributary.lock-owner";
  private static final String TAKEN_AT = "tributary.lock-taken-at";
  private static final String WHAT = "tributary.lock-command";
  private static final String LEASE = "tributary.lock-lease";

  /** How long a lock is held without being extended; clocks of machines may differ by less. */
  private static final Duration TIME = Duration.ofMinutes(10);

  private static final Duration TIME_WITHOUT_LEASE = Duration.ofDays(1);
  private static final String HOST = host();

  private final BranchLock lock;
  private final long token;
  private final ScheduledExecutorService extension =
      Executors.newSingleThreadScheduledExecutor(RunLock::daemon);

  private RunLock(BranchLock lock, long token) {
    this.lock = lock;
    this.token = token;
    long pause = TIME.dividedBy(5).toSeconds();
    extension.scheduleWithFixedDelay(this::extend, pause, pause, TimeUnit.SECONDS);
  }

  /**
   * Takes the lock; {@code ops.run} must exist.
   *
   * @param what names this command to others, as in {@code curate, run 20111210_063000_125_9f3a}
   * @throws UserError naming the command that is under way
   */
  static RunLock acquire(Lake lake, Clock clock, String what) {
    return acquire(lake, lake.isExclusive(), clock.instant(), what);
  }

  /** As {@link #acquire}; a process that is alone with the lake need not ask who holds it. */
  static RunLock acquire(Lake lake, boolean isAlone, Instant now, String what) {
    BranchLock lock = lake.lock(Ledger.RUN, LOCK);
    Optional<Holder> holder = lock.holder();
    if (holder.isPresent()) {
      if (!isAlone && isHeld(holder.get(), now)) {
        throw new UserError(
            "Cannot start: another command (%s; process %s) has been writing to this lake since %s; wait for it"
                .formatted(
                    said(holder.get(), WHAT, "just beginning"),
                    said(holder.get(), OWNER, "unknown"),
                    said(holder.get(), TAKEN_AT, "now")));
      }
      LOG.warn(
          "Taking over the lock of process {}, which did not release it",
          said(holder.get(), OWNER, "unknown"));
    }
    OptionalLong token =
        lock.tryTake(
            holder,
            TIME,
            Map.of(OWNER, process(), TAKEN_AT, now.toString(), WHAT, what, LEASE, TIME.toString()));
    return new RunLock(
        lock,
        token.orElseThrow(
            () ->
                new UserError(
                    "Cannot start: another command has just begun on this lake; wait for it")));
  }

  /**
   * Replaces the rows of {@code ops.run}, which must be those of a snapshot still, if this process
   * has the lock still.
   *
   * @return false when the table has moved
   * @throws LockLostException when another process has taken the lock over
   */
  boolean replace(long seen, List<Map<String, Object>> rows) {
    if (lock.replace(token, TIME, seen, rows)) {
      return true;
    }
    requireHeld();
    return false;
  }

  private void requireHeld() {
    if (lock.holder().map(Holder::token).filter(holder -> holder == token).isEmpty()) {
      throw new LockLostException(
          "Cannot publish: this process did not answer for over %s minutes, and another has taken over the lake since; run it again"
              .formatted(TIME.toMinutes()));
    }
  }

  private void extend() {
    try {
      if (!lock.extend(token, TIME)) {
        LOG.warn("The lock could not be extended this time");
      }
    } catch (RuntimeException e) {
      LOG.warn("Cannot extend the lock; it is held for {} from when it last was", TIME, e);
    }
  }

  /** Releases the lock, unless another process has it by now. */
  @Override
  public void close() {
    extension.shutdownNow();
    lock.release(token);
  }

  /** This process, as {@code pid@host}. */
  static String process() {
    return ProcessHandle.current().pid() + "@" + HOST;
  }

  private static String said(Holder holder, String what, String otherwise) {
    return holder.summary().getOrDefault(what, otherwise);
  }

  private static boolean isHeld(Holder holder, Instant now) {
    return !isDead(said(holder, OWNER, "")) && !isOver(holder, now);
  }

  private static boolean isOver(Holder holder, Instant now) {
    if (holder.summary().containsKey(LEASE)) {
      return holder.until().isBefore(now);
    }
    // Versions before this one did not extend their lock, and said only when they took it.
    return Optional.ofNullable(holder.summary().get(TAKEN_AT))
        .map(takenAt -> Instant.parse(takenAt).plus(TIME_WITHOUT_LEASE).isBefore(now))
        .orElse(true);
  }

  private static boolean isDead(String process) {
    int at = process.indexOf('@');
    return at > 0
        && process.substring(at + 1).equals(HOST)
        && ProcessHandle.of(Long.parseLong(process.substring(0, at)))
            .filter(ProcessHandle::isAlive)
            .isEmpty();
  }

  /** A host without a name is taken for no other. */
  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown-" + UUID.randomUUID();
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "run-lock");
    thread.setDaemon(true);
    return thread;
  }
}
