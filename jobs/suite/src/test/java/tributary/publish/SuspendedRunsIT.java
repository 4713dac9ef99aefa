package tributary.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tributary.config.LakeSettings;
import tributary.lake.Lake;
import tributary.lake.TableName;

/**
 * Two processes that publish to one served lake, of which one is suspended at each step in turn,
 * for longer than its lock is held, as the other one's clock says, and goes on while the other one
 * runs, or after it. Of 200 rounds: {@code -Dtributary.suspensions=200}.
 */
@DisabledOnOs(OS.WINDOWS)
class SuspendedRunsIT {
  private static final Logger LOG = LoggerFactory.getLogger(SuspendedRunsIT.class);
  private static final int ROUNDS = Integer.getInteger("tributary.suspensions", 4);
  private static final List<String> STEPS =
      List.of(
          "begun",
          "publication recorded",
          "curated.products published",
          "written",
          "audited",
          "curated.customers published",
          "published",
          "started");

  @TempDir private Path directory;
  private final Random random = new Random(1);
  private final List<String> said = new ArrayList<>();
  private Lake lake;

  @Test
  void neitherOfTwoProcessesPublishesOverTheOther() throws Exception {
    try (Lake served = Lake.serve(LakeSettings.embedded(directory), "127.0.0.1", 0);
        RunProcess one = RunProcess.start(directory);
        RunProcess other = RunProcess.start(directory)) {
      lake = served;
      for (int round = 0; round < ROUNDS; round++) {
        boolean isOnesTurn = round / STEPS.size() % 2 == 0;
        suspend(round, isOnesTurn ? one : other, isOnesTurn ? other : one);
      }
      publishUndisturbed(one, "last");
      LOG.info("Two processes, {} suspensions: {}", ROUNDS, outcomes());
      assertThat(published()).doesNotHaveDuplicates().contains("last");
      assertThat(rows("curated.products", "product_id")).isEqualTo(published());
      assertThat(rows("curated.customers", "customer_id")).isEqualTo(published());
      assertThat(published())
          .containsAll(
              said.stream()
                  .filter(each -> each.endsWith(" published"))
                  .map(each -> each.split(" ")[0])
                  .toList());
      assertThat(History.of(lake).runs())
          .extracting(RunRecord::status)
          .isSubsetOf(RunStatus.PUBLISHED, RunStatus.FAILED, RunStatus.SUPERSEDED);
      assertThat(said)
          .anyMatch(each -> each.contains(LockLostException.class.getSimpleName()))
          .noneMatch(each -> each.contains("already exists"));
    }
  }

  private void suspend(int round, RunProcess sleeper, RunProcess other) throws Exception {
    String step = STEPS.get(round % STEPS.size());
    sleeper.run("sleeper-" + round, false);
    if (step.equals("started")) {
      pause(500);
    } else if (sleeper.awaits(step)) {
      pause(20);
    }
    sleeper.suspend();
    other.run("other-" + round, true);
    boolean isAfter = random.nextBoolean();
    if (isAfter) {
      said("other-" + round, other.end());
    } else {
      pause(1500);
    }
    sleeper.resume();
    said("sleeper-" + round, sleeper.end());
    if (!isAfter) {
      said("other-" + round, other.end());
    }
  }

  /** Until a random moment: no event of the other process is waited for. */
  private void pause(int mostMillis) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(mostMillis)));
  }

  private void said(String name, String outcome) {
    LOG.info("{} {}", name, outcome);
    said.add(name + " " + outcome);
  }

  private void publishUndisturbed(RunProcess process, String name) throws Exception {
    process.run(name, true);
    said(name, process.end());
  }

  /** Of the runs that are recorded as published, in the order of their names. */
  private List<String> published() {
    return History.of(lake).runs(RunStatus.PUBLISHED).stream()
        .map(run -> run.settings().get("name"))
        .sorted()
        .toList();
  }

  private List<String> rows(String table, String column) {
    return lake.rows(TableName.of(table), "main").stream()
        .map(row -> (String) row.get(column))
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  /** How often each outcome was, without what is particular to a run. */
  private String outcomes() {
    return Stream.of("published", "LockLost", "StateHasMoved", "UserError")
        .map(kind -> kind + " " + said.stream().filter(each -> each.contains(kind)).count())
        .collect(Collectors.joining(", ", "", ", in " + new TreeSet<>(said).size() + " runs"));
  }
}
