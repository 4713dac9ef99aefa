package tributary.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.config.LakeSettings;
import tributary.config.UserError;
import tributary.lake.Lake;
import tributary.lake.StateHasMovedException;
import tributary.lake.TableName;
import tributary.script.Engine;
import tributary.script.Script;
import tributary.script.SqlLibrary;

class RunIT {
  private static final TableName PRODUCTS = TableName.of("curated.products");
  private static final TableName CUSTOMERS = TableName.of("curated.customers");
  private static final List<String> TABLES = List.of("curated.products");

  private static Engine engine;
  @TempDir private Path directory;
  private Lake lake;

  @BeforeAll
  static void startEngine() {
    engine = Engine.local(1);
  }

  @AfterAll
  static void stopEngine() {
    engine.close();
  }

  @BeforeEach
  void openLake() {
    lake = Lake.openOrCreate(LakeSettings.embedded(directory), "test");
  }

  @AfterEach
  void closeLake() {
    lake.close();
  }

  @Test
  void publishesWhenEveryCheckPasses() {
    try (Run run = start()) {
      insert(run, "('A', 'Lamp')");
      assertThat(lake.rowCount(PRODUCTS, "main")).isZero();
      assertThat(run.publish()).isNotEmpty().allMatch(AuditResult::passed);
    }
    assertThat(lake.rows(PRODUCTS, "main"))
        .extracting(row -> row.get("product_name"))
        .containsExactly("Lamp");
    assertThat(statuses()).containsExactly("published");
    assertThat(lake.hasBranch(PRODUCTS, "run_" + runs().get(0).get("run_id"))).isFalse();
    assertThat(lake.describe(PRODUCTS).tags())
        .containsKey("published_" + runs().get(0).get("run_id"));
    assertThat(lake.describe(PRODUCTS).current().orElseThrow().summary())
        .containsEntry("tributary.run-id", (String) runs().get(0).get("run_id"));
  }

  @Test
  void recordsThatARunWasInterrupted() {
    try (Run run = start()) {
      insert(run, "('A', 'Lamp')");
      Thread.currentThread().interrupt();
    }
    assertThat(Thread.interrupted()).isTrue();
    assertThat(statuses()).containsExactly("failed");
    assertThat(runs().get(0))
        .containsEntry("message", "The run was interrupted before its tables were complete");
    start().close();
  }

  @Test
  void leavesThePublishedRowsWhenAKeyRepeats() {
    try (Run run = start()) {
      insert(run, "('A', 'Lamp')");
      run.publish();
    }
    try (Run run = start()) {
      run.clear("curated.products");
      insert(run, "('B', 'Vase'), ('B', 'Bowl')");
      assertThatThrownBy(run::publish)
          .isInstanceOf(AuditFailedException.class)
          .hasMessageContaining("curated.products: unique_key: product_id is unique")
          .hasMessageContaining("+I[B, 2]");
      assertThat(lake.rowCount(PRODUCTS, "run_" + run.id())).isEqualTo(2);
    }
    assertThat(lake.rows(PRODUCTS, "main"))
        .extracting(row -> row.get("product_id"))
        .containsExactly("A");
    assertThat(statuses()).containsExactly("published", "failed");
    assertThat(lake.rows(TableName.of("ops.audit_result"), "main"))
        .filteredOn(result -> Boolean.FALSE.equals(result.get("passed")))
        .extracting(result -> result.get("check_name"))
        .containsExactly("unique_key");
  }

  @Test
  void showsTheValuesThatBreakAContract() {
    try (Run run = start(List.of("recommendations.customer_product"))) {
      run.append(
          "recommendations.customer_product",
          List.of(
              Map.of(
                  "customer_id", "7",
                  "item_rank", 1,
                  "product_id", "Z",
                  "score", 0.5,
                  "source", "an oracle",
                  "popularity", 1L,
                  "reason", "It said so",
                  "model_id", "m")));
      assertThatThrownBy(run::publish)
          .isInstanceOf(AuditFailedException.class)
          .hasMessageContaining(
              "source_accepted: source is one of personal, similar, segment popularity")
          .hasMessageContaining("+I[an oracle]")
          .hasMessageContaining("every customer_id exists in curated.customers.customer_id")
          .hasMessageContaining("+I[7]")
          .hasMessageContaining("+I[Z]");
    }
    assertThat(lake.rowCount(TableName.of("recommendations.customer_product"), "main")).isZero();
  }

  @Test
  void aSecondRunStopsAtOnceAndNamesTheFirst() {
    try (Run first = start()) {
      assertThat(lake.hasBranch(Ledger.RUN, "lock")).isTrue();
      assertThatThrownBy(() -> RunLock.acquire(lake, false, Instant.now(), "test"))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("Cannot start: another command (test, run " + first.id() + ";");
    }
    assertThat(lake.hasBranch(Ledger.RUN, "lock")).isFalse();
  }

  @Test
  void aPublicationThatFailsHalfWayIsCompletedByTheNextRun() {
    Run run = start(List.of("curated.products", "curated.customers"));
    String obstacle = "published_" + run.id();
    insert(run, "('A', 'Lamp')");
    run.append("curated.customers", List.of(customer("7")));
    lake.createBranch(CUSTOMERS, obstacle);

    assertThatThrownBy(run::publish).isInstanceOf(IllegalArgumentException.class);
    run.close();

    assertThat(statuses()).containsExactly("publishing");
    assertThat(lake.rowCount(PRODUCTS, "main")).isEqualTo(1);
    assertThat(lake.rowCount(CUSTOMERS, "main")).isZero();
    lake.dropBranch(CUSTOMERS, obstacle);
    start().close();
    assertThat(lake.rowCount(CUSTOMERS, "main")).isEqualTo(1);
    assertThat(statuses()).containsExactly("published", "failed");
  }

  @Test
  void anInterruptedPublicationIsSupersededWhenMainHasMoved() {
    Run run = start(TABLES, stoppingAt("publication recorded"));
    insert(run, "('A', 'Lamp')");
    assertThatThrownBy(run::publish).isInstanceOf(AssertionError.class);
    lake.dropBranch(Ledger.RUN, "lock");
    lake.replace(PRODUCTS, "main", List.of());
    start().close();
    assertThat(statuses()).containsExactly("superseded", "failed");
    assertThat(lake.rowCount(PRODUCTS, "main")).isZero();
  }

  @Test
  void publishesNothingWhenATableWasWrittenMeanwhile() {
    try (Run run = start()) {
      insert(run, "('A', 'Lamp')");
      lake.replace(PRODUCTS, "main", List.of());
      assertThatThrownBy(run::publish)
          .isInstanceOf(StateHasMovedException.class)
          .hasMessageContaining("its main is no longer at snapshot");
    }
    assertThat(statuses()).containsExactly("failed");
    assertThat(lake.rowCount(PRODUCTS, "main")).isZero();
  }

  @Test
  void takesOverTheLockOfAProcessThatDied() throws Exception {
    lake.ensureTable(Contracts.load(SqlLibrary.bundled()).of(Ledger.RUN));
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    String host = RunLock.process().substring(RunLock.process().indexOf('@'));
    Instant now = Instant.now();
    // As versions before leases wrote it.
    lake.createBranch(Ledger.RUN, "lock");
    lake.stamp(
        Ledger.RUN,
        "lock",
        Map.of(
            "tributary.lock-owner", ended.pid() + host, "tributary.lock-taken-at", now.toString()));
    try (RunLock lock = RunLock.acquire(lake, false, now, "one")) {
      assertThat(lake.summary(Ledger.RUN, "lock"))
          .containsEntry("tributary.lock-owner", RunLock.process());
      assertThatThrownBy(() -> RunLock.acquire(lake, false, now, "another"))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("another command (one; process ");
      Instant later = now.plus(Duration.ofMinutes(11));
      try (RunLock other = RunLock.acquire(lake, false, later, "another")) {
        assertThat(other).isNotEqualTo(lock);
        lock.close();
        assertThat(lake.summary(Ledger.RUN, "lock"))
            .containsEntry("tributary.lock-command", "another");
      }
    }
    assertThat(lake.hasBranch(Ledger.RUN, "lock")).isFalse();
  }

  /** Asleep at each step of its publication, while another run goes through all of its own. */
  @Test
  void ofTwoRunsOneOfWhichSleptNeitherIsLostNorTornByTheOther() {
    long products = 0;
    long customers = 0;
    for (String point : List.of("audited", "publication recorded", "curated.products published")) {
      int before = History.of(lake).runs().size();
      Run sleeper = start(TABLES, reached -> runAnother(reached.equals(point), "B" + before));
      insert(sleeper, "('A%d', 'Lamp')".formatted(before));
      boolean isLost = point.equals("audited");
      if (isLost) {
        assertThatThrownBy(sleeper::publish)
            .isInstanceOf(LockLostException.class)
            .hasMessageContaining("another has taken over the lake since; run it again");
      } else {
        sleeper.publish();
        products++;
        assertThat(lake.rowCount(PRODUCTS, "published_" + sleeper.id())).isEqualTo(products);
      }
      sleeper.close();
      customers++;
      assertThat(lake.rowCount(PRODUCTS, "main")).as(point).isEqualTo(products);
      assertThat(lake.rowCount(CUSTOMERS, "main")).as(point).isEqualTo(customers);
      assertThat(statuses().subList(before, before + 2))
          .as(point)
          .containsExactly(isLost ? "failed" : "published", "published");
      assertThat(lake.hasBranch(Ledger.RUN, "lock")).isFalse();
    }
  }

  private void runAnother(boolean isTime, String customer) {
    if (isTime) {
      try (Run other = start(List.of("curated.customers"))) {
        other.append("curated.customers", List.of(customer(customer)));
        other.publish();
      }
    }
  }

  private static Map<String, Object> customer(String id) {
    return Map.of("customer_id", id, "orders", 1L, "has_demographics", false);
  }

  private Run start() {
    return start(TABLES);
  }

  private Run start(List<String> tables) {
    return start(tables, milestone -> {});
  }

  private static Consumer<String> stoppingAt(String milestone) {
    return reached -> assertThat(reached).isNotEqualTo(milestone);
  }

  private Run start(List<String> tables, Consumer<String> milestones) {
    SqlLibrary library = SqlLibrary.bundled();
    Workplace workplace =
        new Workplace(
            lake,
            engine,
            Contracts.load(library),
            library,
            Clock.systemUTC(),
            milestones,
            notice -> {});
    return Run.start(workplace, new RunRequest("test", Map.of("k", "4"), "1"), tables);
  }

  private static void insert(Run run, String rows) {
    run.batch()
        .run(
            "insert",
            Script.parse(
                "insert.sql",
                "INSERT INTO curated.products SELECT id, name, CAST(NULL AS STRING),"
                    + " CAST(NULL AS STRING), TRUE, TIMESTAMP '2024-01-01 00:00:00',"
                    + " TIMESTAMP '2024-01-01 00:00:00' FROM (VALUES "
                    + rows
                    + ") AS t (id, name)"));
  }

  private List<Map<String, Object>> runs() {
    return lake.rows(Ledger.RUN, "main");
  }

  private List<Object> statuses() {
    return runs().stream()
        .sorted(Comparator.comparing(run -> (String) run.get("run_id")))
        .map(run -> run.get("status"))
        .toList();
  }
}
