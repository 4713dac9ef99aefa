package tributary.publish;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import tributary.config.UserError;
import tributary.lake.Lake;

/**
 * One writing run at a time: the lock is a branch on {@code ops.run}, which a catalog creates
 * atomically. The lock of a process that died is recognised and released.
 */
final class RunLock {
  private static final String LOCK = "lock";

  private RunLock() {}

  /**
   * @throws UserError naming the run that is under way
   */
  static void acquire(Lake lake, Ledger ledger) {
    if (lake.isExclusive()) {
      release(lake);
    }
    acquireShared(lake, ledger);
  }

  /** Where other processes may be writing too. */
  static void acquireShared(Lake lake, Ledger ledger) {
    if (lake.tryCreateBranch(Ledger.RUN, LOCK)) {
      return;
    }
    List<Map<String, Object>> running = ledger.runsUnderWay();
    for (Map<String, Object> run : running) {
      if (!isDead((String) run.get("process"))) {
        throw new UserError(
            "Cannot start: run %s (%s) has been writing to this lake since %s UTC; wait for it"
                .formatted(run.get("run_id"), run.get("command"), run.get("started_at")));
      }
    }
    release(lake);
    if (running.isEmpty() || !lake.tryCreateBranch(Ledger.RUN, LOCK)) {
      throw new UserError(
          "Cannot start: another command is just beginning on this lake; try again");
    }
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

  private static boolean isDead(String process) {
    int at = process == null ? -1 : process.indexOf('@');
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
