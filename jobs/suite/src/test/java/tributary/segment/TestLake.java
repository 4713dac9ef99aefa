package tributary.segment;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tributary.config.LakeSettings;
import tributary.config.SegmentSettings;
import tributary.lake.Lake;
import tributary.lake.TableName;
import tributary.publish.Contracts;
import tributary.publish.Run;
import tributary.publish.RunRequest;
import tributary.publish.Workplace;
import tributary.script.Engine;
import tributary.script.SqlLibrary;

/** A lake in a directory, with sales put there by hand; all lakes share one engine. */
final class TestLake implements AutoCloseable {
  private static final String MAIN = "main";
  private static final Engine ENGINE = Engine.local(2);

  private final Path directory;
  private final Lake lake;
  private final SqlLibrary library = SqlLibrary.bundled();
  private final Contracts contracts = Contracts.load(library);

  TestLake(Path directory) {
    this.directory = directory;
    this.lake = Lake.openOrCreate(LakeSettings.embedded(directory.resolve("lake")), "test");
    contracts.all().forEach(lake::ensureTable);
  }

  /** Publishes sales and their customers. */
  void add(Sales sales) {
    lake.append(TableName.of("curated.sales"), MAIN, sales.rows());
    lake.append(TableName.of("curated.customers"), MAIN, sales.customers());
  }

  /** Publishes rows of a table. */
  void add(String table, List<Map<String, Object>> rows) {
    lake.append(TableName.of(table), MAIN, rows);
  }

  /** Makes, audits and publishes the segments of a window. */
  SegmentationOutcome segment(SegmentSettings settings, LocalDate windowEnd) {
    try (Run run = start()) {
      SegmentationOutcome outcome =
          Segmentation.compute(run, settings, windowEnd, directory.resolve("work").toString());
      run.publish();
      return outcome;
    }
  }

  /** Whether a window is published of the same files and settings, and would be skipped. */
  boolean isUpToDate(SegmentSettings settings, LocalDate windowEnd) {
    try (Run run = start()) {
      return PublishedWindows.of(run, settings).isUpToDate(Window.of(settings, windowEnd));
    }
  }

  /** A run that may write all tables of the room. */
  Run start() {
    Workplace workplace = new Workplace(lake, ENGINE, contracts, library, Clock.systemUTC());
    return Run.start(workplace, new RunRequest("segment", Map.of(), "test"), Segmentation.TABLES);
  }

  /** A published table's rows by Iceberg's own reader, without some columns, in a fixed order. */
  List<Map<String, Object>> rows(String table, String... without) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Map<String, Object> row : lake.rows(TableName.of(table), MAIN)) {
      Map<String, Object> kept = new TreeMap<>(row);
      List.of(without).forEach(kept::remove);
      rows.add(kept);
    }
    rows.sort(Comparator.comparing(Map::toString));
    return rows;
  }

  /** All that is left of a window's work files. */
  Collection<String> workFiles() {
    String[] names = directory.resolve("work").toFile().list();
    return names == null ? List.of() : List.of(names);
  }

  @Override
  public void close() {
    lake.close();
  }
}
