package tributary.publish;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tributary.config.UserError;
import tributary.lake.Lake;

/**
 * One writing run at a time: the lock is a branch on {@code ops.run}, which a catalog creates
 * atomically, with its owner. The lock of a process that died here is released at once; one of
 * another machine, of which that cannot be known, when it has expired.
 */
final class RunLock {
  private static final Logger LOG = LoggerFactory.getLogger(RunLock.class);
  private static final String LOCK = "lock";
  private static final String OWNER = "tributary.lock-owner";
  private static final String TAKEN_AT = "tributary.lock-taken-at";
  private static final String WHAT = "tributary.lock-command";
  private static final Duration EXPIRY = Duration.ofDays(1);

  private RunLock() {}

  /**
   * @param what names this command to others, as in {@code curate, run 20111210_063000_125_9f3a}
   * @throws UserError naming the command that is under way
   */
  static void acquire(Lake lake, Instant now, String what) {
    if (lake.isExclusive()) {
      release(lake);
    }
    acquireShared(lake, now, what);
  }

  /** Where other processes may be writing too. */
  static void acquireShared(Lake lake, Instant now, String what) {
    if (tryAcquire(lake, now, what)) {
      return;
    }
    Map<String, String> lock = lake.summary(Ledger.RUN, LOCK);
    String owner = lock.getOrDefault(OWNER, "");
    if (!isDead(owner) && !isExpired(lock, now)) {
      throw new UserError(
          "Cannot start: another command (%s; process %s) has been writing to this lake since %s; wait for it"
              .formatted(
                  lock.getOrDefault(WHAT, "just beginning"),
                  owner,
                  lock.getOrDefault(TAKEN_AT, "now")));
    }
    LOG.warn("Releasing the lock of process {}, which ended without doing so", owner);
    release(lake);
    if (!tryAcquire(lake, now, what)) {
      throw new UserError("Cannot start: another command has just begun on this lake; wait for it");
    }
  }

  private static boolean tryAcquire(Lake lake, Instant now, String what) {
    return lake.tryCreateBranch(
        Ledger.RUN, LOCK, Map.of(OWNER, process(), TAKEN_AT, now.toString(), WHAT, what));
  }

  static void release(Lake lake) {
    if (lake.hasBranch(Ledger.RUN, LOCK)) {
      lake.dropBranch(Ledger.RUN, LOCK);
    }
  }

  /** This process, as {@code pid@host}. */
  static String process() {
    return ProcessHandle.current().pid() + "@" + host();
  }

  private static boolean isExpired(Map<String, String> lock, Instant now) {
    String takenAt = lock.get(TAKEN_AT);
    return takenAt == null || Instant.parse(takenAt).plus(EXPIRY).isBefore(now);
  }

  private static boolean isDead(String process) {
    int at = process.indexOf('@');
    return at > 0
        && process.substring(at + 1).equals(host())
        && ProcessHandle.of(Long.parseLong(process.substring(0, at)))
            .filter(ProcessHandle::isAlive)
            .isEmpty();
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
