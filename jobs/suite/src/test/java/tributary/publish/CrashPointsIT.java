package tributary.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
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
import tributary.lake.Lake;
import tributary.lake.TableName;
import tributary.script.Engine;
import tributary.script.SqlLibrary;

/**
 * A process that ends at any step of a publication, and what readers see before and after repair.
 */
class CrashPointsIT {
  private static final TableName PRODUCTS = TableName.of("curated.products");
  private static final TableName CUSTOMERS = TableName.of("curated.customers");
  private static final String OLD = "0";

  private static Engine engine;
  @TempDir private Path directory;
  private Lake lake;

  /** The end of the process: nothing that would tidy up runs after it. */
  private static final class Crash extends Error {
    private static final long serialVersionUID = 1;
  }

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
  void readersSeeTheOldStateOrTheNewAndTheNextRunRepairs() {
    List<String> milestones = new ArrayList<>();
    publish(start(milestones::add), OLD);
    assertThat(milestones)
        .startsWith("audited", "publication recorded", "curated.products published")
        .contains("curated.customers published", "published")
        .endsWith("old states expired");
    String other = "segments.metric published";
    assertThat(milestones).contains(other);

    String before = OLD;
    for (String point : milestones) {
      boolean isOfUnwrittenTable =
          point.endsWith(" published") && !point.startsWith("curated.") && !point.equals(other);
      if (!isOfUnwrittenTable) {
        before = crash(point, before, point);
      }
    }
  }

  /** The version that is published in the end. */
  private String crash(String point, String before, String version) {
    String published = lastPublished();
    assertThatThrownBy(() -> publish(start(reached -> endAt(point, reached)), version))
        .isInstanceOf(Crash.class);
    lake.close();
    openLake();

    assertThat(List.of(version(PRODUCTS, "main"), version(CUSTOMERS, "main")))
        .as("seen after a crash at '%s'", point)
        .isSubsetOf(before, version);
    assertThat(version(PRODUCTS, published)).isEqualTo(before);
    assertThat(version(CUSTOMERS, published)).isEqualTo(before);

    List<String> notices = new ArrayList<>();
    start(milestone -> {}, notices::add).close();
    boolean isNew = !point.equals("audited");
    String repaired = isNew ? version : before;
    assertThat(version(PRODUCTS, "main")).as("repaired after '%s'", point).isEqualTo(repaired);
    assertThat(version(CUSTOMERS, "main")).as("repaired after '%s'", point).isEqualTo(repaired);
    boolean wasEnded = point.equals("published") || point.equals("old states expired");
    assertThat(notices).hasSize(wasEnded ? 0 : 1);
    List<RunRecord> runs = History.of(lake).runs();
    RunRecord run = runs.get(runs.size() - 2);
    assertThat(run.status()).isEqualTo(isNew ? RunStatus.PUBLISHED : RunStatus.FAILED);
    if (isNew) {
      assertThat(version(PRODUCTS, "published_" + run.id())).isEqualTo(version);
      assertThat(lake.hasBranch(PRODUCTS, "run_" + run.id())).isFalse();
    }
    return repaired;
  }

  private static void endAt(String point, String reached) {
    if (point.equals(reached)) {
      throw new Crash();
    }
  }

  private void publish(Run run, String version) {
    LocalDateTime soldAt = LocalDateTime.of(2024, 1, 1, 9, 0);
    run.replace(
        "curated.products",
        List.of(
            Map.of(
                "product_id", version,
                "is_merchandise", true,
                "first_sold_at", soldAt,
                "last_sold_at", soldAt)));
    run.replace(
        "curated.customers",
        List.of(Map.of("customer_id", version, "orders", 1L, "has_demographics", false)));
    run.publish();
  }

  private String version(TableName table, String ref) {
    Map<String, Object> row = lake.rows(table, ref).get(0);
    return (String) row.getOrDefault("product_id", row.get("customer_id"));
  }

  private String lastPublished() {
    List<RunRecord> published = History.of(lake).runs(RunStatus.PUBLISHED);
    return "published_" + published.get(published.size() - 1).id();
  }

  private Run start(Consumer<String> milestones) {
    return start(milestones, notice -> {});
  }

  private Run start(Consumer<String> milestones, Consumer<String> notices) {
    SqlLibrary library = SqlLibrary.bundled();
    Workplace workplace =
        new Workplace(
            lake, engine, Contracts.load(library), library, Clock.systemUTC(), milestones, notices);
    return Run.start(
        workplace,
        new RunRequest("test", Map.of(), "1"),
        List.of("curated.products", "curated.customers"));
  }
}
