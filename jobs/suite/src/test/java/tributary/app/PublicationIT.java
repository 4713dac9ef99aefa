package tributary.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tributary.config.LakeSettings;
import tributary.lake.Lake;
import tributary.lake.TableName;
import tributary.publish.History;
import tributary.publish.RunRecord;

/** Approval, comparison and replay, as commands on one lake, one after the other. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PublicationIT {
  private static final TableName OFFERS = TableName.of("recommendations.customer_product");

  private static final String LINES =
      "transaction_id,customer_id,product_id,product_name,category,subcategory,quantity,"
          + "unit_price,sold_at,country\n"
          + "%s,C1,P1,Lamp,Home,Light,1,9.50,2026-01-0%s 10:00:00,Malta\n";

  @TempDir private static Path directory;

  @BeforeAll
  static void runTheDemo() {
    assertThat(demo("lake").code()).isZero();
  }

  @Test
  @Order(0)
  void theSameDemoInAnotherLakeGivesTheSameRows() {
    assertThat(demo("other").code()).isZero();
    try (Lake one = lake();
        Lake other = Lake.openForReading(LakeSettings.embedded(directory.resolve("other")))) {
      PublishedRows.assertSame(one, other);
      PublishedRows.assertNoKeyIsNullAndNoNumberIsNotANumber(one);
    }
  }

  @Test
  @Order(1)
  void aRunThatWaitsIsReadOnItsBranchAloneAndCanBeRejected() {
    long before = rowCount("main");
    CommandLineRun waiting = run("recommend", "--per-customer", "12", "--approval", "required");
    assertThat(waiting.code()).isZero();
    RunRecord run = last();
    assertThat(waiting.out()).contains("tributary publish " + run.id());
    assertThat(run.status().text()).isEqualTo("awaiting_approval");
    assertThat(rowCount("main")).isEqualTo(before);
    assertThat(rowCount("run_" + run.id())).isGreaterThan(before);

    CommandLineRun diff = run("diff", run.id());
    assertThat(diff.code()).isZero();
    assertThat(diff.out())
        .containsPattern(
            "recommendations\\.customer_product\\s+%,d\\s+0\\s+"
                .formatted(rowCount("run_" + run.id()) - before));

    assertThat(run("reject", run.id()).code()).isEqualTo(2);
    assertThat(run("reject", run.id(), "--why", "too many").code()).isZero();
    assertThat(last().status().text()).isEqualTo("rejected");
    assertThat(last().message()).contains("Rejected: too many");
    assertThat(rowCount("main")).isEqualTo(before);
    assertThat(rowCount("run_" + run.id())).isGreaterThan(before);
    CommandLineRun late = run("publish", run.id());
    assertThat(late.code()).isEqualTo(2);
    assertThat(late.err()).contains("it is rejected, and does not wait for approval");
  }

  @Test
  @Order(2)
  void ofTwoRunsThatWaitTheApprovedOneIsPublishedAndSupersedesTheOther() throws IOException {
    Path shop = Files.createDirectories(directory.resolve("shop"));
    Files.writeString(shop.resolve("transactions1.csv"), LINES.formatted("A1", "1"));
    assertThat(ingest(shop, "--approval", "required").code()).isZero();
    String other = last().id();
    run("recommend", "--per-customer", "12", "--approval", "required");
    RunRecord waiting = last();
    long written = rowCount("run_" + waiting.id());
    CommandLineRun published = run("publish", waiting.id().substring(9));
    assertThat(published.code()).isZero();
    assertThat(published.out()).contains("run " + waiting.id() + " is published");
    assertThat(rowCount("main")).isEqualTo(written);
    assertThat(rowCount("published_" + waiting.id())).isEqualTo(written);
    CommandLineRun late = run("publish", other);
    assertThat(late.code()).isEqualTo(2);
    assertThat(late.err()).contains("it is superseded").contains("run it again");
    assertThat(find(other).status().text()).isEqualTo("superseded");
    earlierRowsAreReadByTheirTag();
  }

  private static void earlierRowsAreReadByTheirTag() {
    String earlier =
        "recommendations.customer_product /*+ OPTIONS('tag'='published_%s') */"
            .formatted(runs().get(0).id());
    CommandLineRun byTag =
        run(
            "sql",
            "--format",
            "csv",
            "-e",
            "SELECT (SELECT COUNT(*) FROM %1$s) AS n, (SELECT MAX(item_rank) FROM %1$s) AS m"
                .formatted(earlier));
    assertThat(byTag.out().lines())
        .containsExactly("n,m", rowCount("published_" + runs().get(0).id()) + ",10");
  }

  @Test
  @Order(4)
  void pastRunsGiveTheSameRowsAgainAfterOthers() {
    assertThat(run("segment", "--k", "3").code()).isZero();
    CommandLineRun diff = run("diff", last().id());
    assertThat(diff.code()).as(diff.err()).isZero();
    assertThat(diff.out().substring(diff.out().indexOf("Customers who change segment")))
        .containsPattern("default +\\w.* {2,}\\w.* {2,}\\d+");
    List<RunRecord> published =
        runs().stream().filter(run -> run.status().text().equals("published")).toList();
    assertThat(published)
        .extracting(RunRecord::command)
        .containsExactly("demo", "recommend", "segment");
    // The README's commands replay a demo, and the test below a run of recommendations.
    String segment = published.get(2).id();
    CommandLineRun replay = run("replay", "--run", segment);
    assertThat(replay.code()).as(replay.err()).isZero();
    assertThat(replay.out()).contains("run " + segment + " gives the same rows again");
    try (Lake lake = lake()) {
      assertThat(lake.describe(OFFERS).branches().keySet())
          .noneMatch(name -> name.startsWith("replay"));
    }
  }

  @Test
  @Order(8)
  void anIngestIsReplayedFromItsOwnFilesAloneAndNotWithoutThem() throws IOException {
    Path shop = directory.resolve("shop");
    assertThat(ingest(shop).code()).isZero();
    String first = last().id();
    Files.writeString(shop.resolve("transactions2.csv"), LINES.formatted("A2", "2"));
    assertThat(ingest(shop).code()).isZero();

    CommandLineRun replay = run("replay", "--run", first);
    assertThat(replay.code()).as(replay.err()).isZero();
    assertThat(replay.out()).containsPattern("landing\\.transactions\\s+0\\s+0\\s+0");

    Files.delete(shop.resolve("transactions1.csv"));
    CommandLineRun late = run("replay", "--run", first);
    assertThat(late.code()).isEqualTo(2);
    assertThat(late.err()).contains("it only took in files, and they are not where they were");
  }

  private static CommandLineRun ingest(Path files, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("ingest", "--source", "generated", "--input", files.toString()));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  @Test
  @Order(5)
  void aReplayTellsWhatDiffers() throws IOException {
    Path sql = directory.resolve("sql");
    copy(Path.of("../../sql"), sql);
    Path changed = sql.resolve("recommendations/product_popularity.sql");
    String text = Files.readString(changed);
    assertThat(text).contains("AS customers");
    Files.writeString(changed, text.replaceFirst("AS customers", "+ 1 AS customers"));
    String published =
        runs().stream()
            .filter(run -> run.command().equals("recommend"))
            .filter(run -> run.status().text().equals("published"))
            .findFirst()
            .orElseThrow()
            .id();
    CommandLineRun replay = run("replay", "--run", published, "--sql-directory", sql.toString());
    assertThat(replay.code()).isEqualTo(1);
    assertThat(replay.out())
        .containsPattern("recommendations\\.product_popularity\\s+0\\s+0\\s+[1-9]");
    // What is offered says how many bought it; the others are the same again.
    assertThat(replay.out().lines().filter(line -> line.startsWith("recommendations.")))
        .filteredOn(line -> !line.matches("recommendations\\.(product_popul|customer_prod).*"))
        .hasSizeGreaterThan(5)
        .allMatch(line -> line.matches("\\S+\\s+0\\s+0\\s+0\\s*"));
    assertThat(replay.err()).contains("Cannot repeat run " + published);
  }

  @Test
  @Order(6)
  void runsAreListedAndShown() {
    CommandLineRun list = run("runs");
    assertThat(list.code()).isZero();
    assertThat(list.out().lines().skip(2)).hasSize(runs().size());
    RunRecord first = runs().get(0);
    CommandLineRun shown = run("runs", first.id());
    assertThat(shown.out())
        .contains("command       demo", "transactions = 1500", "curated.sales", "checks: ")
        .contains("files         transactions.csv");
    CommandLineRun unknown = run("runs", "20010101");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("'tributary runs' lists all");
    CommandLineRun several = run("diff", "20");
    assertThat(several.code()).isEqualTo(2);
    assertThat(several.err()).contains("Cannot tell which run 20 is: ");
  }

  @Test
  @Order(7)
  void checksThatDoNotExistAreAMistake() {
    CommandLineRun run = run("recommend", "--accept", "price_rato", "--audit-limits", "x=1..2");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("there is no price_rato; did you mean price_ratio?")
        .contains("there is no x");
    assertThat(run("recommend", "--audit-limits", "price_ratio=2..1").code()).isEqualTo(2);
    assertThat(run("replay", "--run", "none").code()).isEqualTo(2);
  }

  private static CommandLineRun demo(String lake) {
    return CommandLineRun.of(
        directory,
        "demo",
        "--transactions",
        "1500",
        "--customers",
        "120",
        "--lake",
        directory.resolve(lake).toString());
  }

  private static CommandLineRun run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--lake", directory.resolve("lake").toString()));
    return CommandLineRun.of(directory, all.toArray(String[]::new));
  }

  private static Lake lake() {
    return Lake.openForReading(LakeSettings.embedded(directory.resolve("lake")));
  }

  private static long rowCount(String ref) {
    try (Lake lake = lake()) {
      return lake.rowCount(OFFERS, ref);
    }
  }

  private static List<RunRecord> runs() {
    try (Lake lake = lake()) {
      return History.of(lake).runs();
    }
  }

  private static RunRecord last() {
    List<RunRecord> runs = runs();
    return runs.get(runs.size() - 1);
  }

  private static RunRecord find(String id) {
    try (Lake lake = lake()) {
      return History.of(lake).find(id);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      files.forEach(file -> copyOne(file, to.resolve(from.relativize(file).toString())));
    }
  }

  private static void copyOne(Path from, Path to) {
    try {
      Files.copy(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
