package tributary.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.config.LakeSettings;
import tributary.config.UserError;
import tributary.lake.BranchLock.Holder;

class BranchesIT {
  private static final TableName SALES = TableName.of("curated.sales");
  private static final LocalDate JANUARY = LocalDate.of(2011, 1, 1);

  @TempDir Path directory;
  private Lake lake;

  @BeforeEach
  void create() {
    lake = Lake.openOrCreate(LakeSettings.embedded(directory), "test");
    lake.ensureTable(Contracts.sales());
  }

  @AfterEach
  void close() {
    lake.close();
  }

  @Test
  void refusesABranchThatExists() {
    lake.createBranch(SALES, "run_1");

    assertThatThrownBy(() -> lake.createBranch(SALES, "run_1"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Cannot create branch run_1 of curated.sales: it exists already");
  }

  @Test
  void givesALockToOneOfManyThatSawItFreeOrHeldByTheSame() throws Exception {
    BranchLock lock = lake.lock(SALES, "lock");
    Holder first = takenByOneOfMany(lock);
    Holder second = takenByOneOfMany(lock);

    assertThat(second.token()).isNotEqualTo(first.token());
    assertThat(second.summary()).containsKey("taker");
    assertThat(lock.release(first.token())).isFalse();
    assertThat(lock.extend(first.token(), Duration.ofHours(1))).isFalse();
    assertThat(lock.holder()).contains(second);
    assertThat(lock.release(second.token())).isTrue();
    assertThat(lock.holder()).isEmpty();
  }

  private static Holder takenByOneOfMany(BranchLock lock) throws Exception {
    Optional<Holder> seen = lock.holder();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<OptionalLong>> attempts = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Map<String, String> taker = Map.of("taker", Integer.toString(i));
      attempts.add(threads.submit(() -> lock.tryTake(seen, Duration.ofMinutes(1), taker)));
    }
    List<Long> tokens = new ArrayList<>();
    for (Future<OptionalLong> attempt : attempts) {
      attempt.get().ifPresent(tokens::add);
    }
    threads.shutdown();
    Holder holder = lock.holder().orElseThrow();
    assertThat(tokens).containsExactly(holder.token());
    return holder;
  }

  @Test
  void aLockLastsAsLongAsItWasExtendedAndGuardsWhatIsReplaced() {
    BranchLock lock = lake.lock(SALES, "lock");
    long token = lock.tryTake(Optional.empty(), Duration.ofMinutes(1), Map.of()).orElseThrow();
    Instant until = lock.holder().orElseThrow().until();
    assertThat(until).isCloseTo(Instant.now(), within(61, ChronoUnit.SECONDS));
    assertThat(lock.extend(token, Duration.ofHours(1))).isTrue();
    assertThat(lock.holder().orElseThrow().until())
        .isAfter(until.plusSeconds(3000))
        .isBefore(Instant.now().plusSeconds(3601));

    long seen = lake.snapshotId(SALES, "main").orElseThrow();
    List<Map<String, Object>> rows = List.of(sale("a", JANUARY));
    Duration lease = Duration.ofMinutes(1);
    assertThat(lock.replace(token + 1, lease, seen, rows)).isFalse();
    assertThat(lake.rowCount(SALES, "main")).isZero();
    assertThat(lock.replace(token, lease, seen, rows)).isTrue();
    assertThat(lock.replace(token, lease, seen, List.of())).isFalse();
    assertThat(lake.rowCount(SALES, "main")).isEqualTo(1);
    assertThat(lock.holder().orElseThrow().token()).isEqualTo(token);
  }

  @Test
  void publishesInOneCommitAndOnlyOnce() {
    lake.append(SALES, "main", List.of(sale("a", JANUARY)));
    long before = lake.snapshotId(SALES, "main").orElseThrow();
    lake.createBranch(SALES, "run_1");
    lake.append(SALES, "run_1", List.of(sale("b", JANUARY)));
    lake.stamp(SALES, "run_1", Map.of("tributary.run-id", "1"));
    long state = lake.snapshotId(SALES, "run_1").orElseThrow();

    lake.publish(SALES, "run_1", state(lake, "run_1"), "published_1", "before_1");

    TableDescription published = lake.describe(SALES);
    assertThat(published.current().orElseThrow().snapshotId()).isEqualTo(state);
    assertThat(published.branches()).containsOnlyKeys("main");
    assertThat(published.tags())
        .containsOnly(Map.entry("published_1", state), Map.entry("before_1", before));
    lake.publish(SALES, "run_1", state(lake, "run_1"), "published_1", "before_1");
    lake.append(SALES, "main", List.of(sale("c", JANUARY)));
    lake.publish(SALES, "run_1", state(lake, "run_1"), "published_1", "before_1");
    assertThat(lake.rowCount(SALES, "main")).isEqualTo(3);
    assertThat(lake.rowCount(SALES, "published_1")).isEqualTo(2);
  }

  @Test
  void refusesToPublishWhenMainHasMoved() {
    lake.createBranch(SALES, "run_1");
    lake.append(SALES, "run_1", List.of(sale("a", JANUARY)));
    lake.append(SALES, "main", List.of(sale("b", JANUARY)));

    assertThatThrownBy(
            () -> lake.publish(SALES, "run_1", state(lake, "run_1"), "published_1", "before_1"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("main has moved");
    assertThat(lake.hasBranch(SALES, "run_1")).isTrue();
    assertThat(lake.describe(SALES).tags()).isEmpty();
  }

  @Test
  void refusesBranchesThatDoNotExist() {
    assertThatThrownBy(
            () -> lake.publish(SALES, "run_9", state(lake, "run_9"), "published_9", "before_9"))
        .hasMessageContaining("there is no such branch, nor tag published_9");
    assertThatThrownBy(() -> lake.append(SALES, "run_9", List.of(sale("a", JANUARY))))
        .hasMessage("Cannot use branch run_9 of curated.sales: there is no such branch");
    assertThatThrownBy(() -> lake.stamp(SALES, "run_9", Map.of()))
        .hasMessageContaining("there is no such branch");
    assertThatThrownBy(() -> lake.clear(SALES, "run_9"))
        .hasMessageContaining("there is no such branch");
    assertThatThrownBy(() -> lake.createBranch(TableName.of("curated.gone"), "run_9"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("the lake has no such table");
    assertThat(lake.snapshotId(SALES, "run_9")).isEmpty();
    lake.dropBranch(SALES, "run_9");
    assertThat(lake.hasBranch(SALES, "run_9")).isFalse();
  }

  @Test
  void clearsWholePartitionsOnly() {
    Map<String, Object> undated = new HashMap<>(sale("d", JANUARY));
    undated.put("sold_at", null);
    lake.append(
        SALES,
        "main",
        List.of(
            sale("a", JANUARY),
            sale("b", JANUARY.plusMonths(1)),
            sale("c", JANUARY.plusMonths(2)),
            undated));
    lake.createBranch(SALES, "run_1");
    Set<String> before = lake.dataFiles(SALES, "main");

    lake.clearPartitions(
        SALES, "run_1", "sold_at", Arrays.asList(JANUARY, JANUARY.plusMonths(1), null));

    assertThat(lake.rows(SALES, "run_1", List.of("product_id")))
        .containsExactly(Map.of("product_id", "c"));
    assertThat(before).containsAll(lake.dataFiles(SALES, "run_1")).hasSize(4);
    assertThatThrownBy(
            () -> lake.clearPartitions(SALES, "run_1", "sold_at", List.of(JANUARY.plusDays(1))))
        .hasMessageContaining("expected its first day");
    assertThatThrownBy(() -> lake.clearPartitions(SALES, "run_1", "product_id", List.of("c")))
        .hasMessageContaining("it is not partitioned by that column");
    lake.clear(SALES, "run_1");
    assertThat(lake.rowCount(SALES, "run_1")).isZero();
    assertThat(lake.rowCount(SALES, "main")).isEqualTo(4);
  }

  @Test
  void clearsIdentityAndDayPartitions() {
    TableName daily = TableName.of("marts.daily");
    TableContract plain =
        Contracts.plain(
            daily,
            new Column("run_id", "string", true, "The run"),
            new Column("sale_date", "date", true, "The day"));
    lake.ensureTable(Contracts.withPartitioning(plain, "run_id", "day(sale_date)"));
    lake.append(
        daily,
        "main",
        List.of(
            Map.of("run_id", "1", "sale_date", JANUARY),
            Map.of("run_id", "1", "sale_date", JANUARY.plusDays(1)),
            Map.of("run_id", "2", "sale_date", JANUARY)));

    lake.clearPartitions(daily, "main", "sale_date", List.of(JANUARY.plusDays(1)));
    lake.clearPartitions(daily, "main", "run_id", List.of("2", "3"));

    assertThat(lake.rows(daily, "main"))
        .containsExactly(Map.of("run_id", "1", "sale_date", JANUARY));
  }

  @Test
  void expiresOldSnapshotsWithTheirFiles() throws Exception {
    lake.ensureTable(
        Contracts.withProperties(
            Contracts.sales(),
            Map.of(
                "history.expire.max-snapshot-age-ms",
                "1",
                "history.expire.min-snapshots-to-keep",
                "1",
                "tributary.branch.max-age-ms",
                "600000")));
    lake.expire(SALES);
    lake.append(SALES, "main", List.of(sale("a", JANUARY)));
    Path old = Path.of(lake.dataFiles(SALES, "main").iterator().next().substring(7));
    lake.createBranch(SALES, "run_1");
    lake.replace(SALES, "run_1", List.of(sale("b", JANUARY)));
    lake.publish(SALES, "run_1", state(lake, "run_1"), "published_1", "before_1");
    lake.append(SALES, "main", List.of(sale("c", JANUARY)));
    lake.createBranch(SALES, "run_2");
    lake.append(SALES, "main", List.of(sale("d", JANUARY)));
    lake.tag(SALES, "year_end", lake.snapshotId(SALES, "main").orElseThrow());
    lake.retain(SALES, Set.of(), List.of("published_", "before_"));

    lake.expire(SALES);

    assertThat(old).doesNotExist();
    TableDescription description = lake.describe(SALES);
    assertThat(description.tags()).containsOnlyKeys("year_end");
    assertThat(description.branches()).containsOnlyKeys("main", "run_2");
    assertThat(lake.rows(SALES, "main")).hasSize(3);
    assertThat(lake.rows(SALES, "run_2")).hasSize(2);
    try (var files = Files.walk(directory.resolve("warehouse"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".parquet"))).hasSize(3);
    }
  }

  private static Map<String, Object> sale(String product, LocalDate month) {
    return Map.of(
        "product_id",
        product,
        "quantity",
        1L,
        "amount",
        new BigDecimal("1.5"),
        "sold_at",
        LocalDateTime.of(month.plusDays(4), LocalTime.NOON));
  }

  /** Of a branch; -1 when there is none. */
  private static long state(Lake lake, String branch) {
    return lake.snapshotId(SALES, branch).orElse(-1);
  }
}
