package tributary.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.inmemory.InMemoryInputFile;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A catalog on SQLite, as the lake's, whose files are on a disk that loses what is not synced. The
 * power is cut when a commit has succeeded, and before the first thing that is done to the disk
 * after the catalog has changed; what is done later can only save more files.
 */
class PowerCutTest {
  private static final TableName SALES = new TableName("shop", "sales");
  private static final TableIdentifier IDENTIFIER = TableIdentifier.of("shop", "sales");
  private static final Schema SCHEMA =
      new Schema(
          Types.NestedField.optional(1, "id", Types.LongType.get()),
          Types.NestedField.optional(2, "sold_on", Types.DateType.get()));

  @TempDir Path root;
  private Path directory;
  private LossyDisk disk;
  private JdbcCatalog catalog;
  private Table table;

  @BeforeEach
  void open() throws IOException {
    directory = Files.createDirectories(root.resolve("shops/lake"));
    disk = new LossyDisk(root);
    catalog = catalog(directory, new LocalFileIO(disk));
    catalog.createNamespace(IDENTIFIER.namespace());
    PartitionSpec months = PartitionSpec.builderFor(SCHEMA).month("sold_on").build();
    table = catalog.createTable(IDENTIFIER, SCHEMA, months);
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  @Test
  void everyStateIsCompleteFromItsCommitOn() {
    Map<Long, PowerCut> cuts = new ConcurrentSkipListMap<>();
    disk.beforeEachStep(() -> cuts.computeIfAbsent(catalogSize(), size -> cutPower()));

    assertThat(idsAfterPowerCut()).isEmpty();
    append(List.of(row(1, "2026-01-31"), row(2, "2026-02-01")));
    assertThat(idsAfterPowerCut()).containsExactly(1L, 2L);
    append(List.of(row(3, "2026-02-02"), row(4, "2026-03-01")));
    assertThat(idsAfterPowerCut()).containsExactly(1L, 2L, 3L, 4L);
    new SmallTable(SALES, table).replace("main", List.of(row(5, "2026-03-01")));
    assertThat(idsAfterPowerCut()).containsExactly(5L);

    assertThat(cuts.values().stream().map(this::ids).distinct())
        .containsExactly(List.of(), List.of(1L, 2L), List.of(1L, 2L, 3L, 4L));
  }

  @Test
  void findsFilesInDirectoriesThatAnotherProcessHasMadeAndNotSynced() throws IOException {
    Files.createDirectories(
        Path.of(URI.create(table.location())).resolve("data/sold_on_month=2026-01"));

    append(List.of(row(1, "2026-01-31")));

    assertThat(idsAfterPowerCut()).containsExactly(1L);
  }

  @Test
  void commitsNothingThatCannotBeSynced() {
    append(List.of(row(1, "2026-01-31")));
    disk.breakDown();

    assertThatThrownBy(() -> append(List.of(row(2, "2026-02-01"))))
        .cause()
        .hasMessageEndingWith(": Input/output error");
    assertThat(ids(catalog)).containsExactly(1L);
  }

  /** What a power cut has left: the catalog's database, which syncs each commit, and files. */
  private record PowerCut(CatalogCopy database, Map<Path, byte[]> files) {}

  /** Grows with each commit, since SQLite's log is too small to start from the beginning. */
  private long catalogSize() {
    return directory.resolve(EmbeddedCatalog.DATABASE_FILE + "-wal").toFile().length();
  }

  private PowerCut cutPower() {
    CatalogCopy database = CatalogCopy.of(directory.resolve(EmbeddedCatalog.DATABASE_FILE));
    return new PowerCut(database, disk.afterPowerCut());
  }

  private List<Object> idsAfterPowerCut() {
    return ids(cutPower());
  }

  private List<Object> ids(PowerCut cut) {
    try (CatalogCopy database = cut.database();
        JdbcCatalog found = catalog(database.directory(), new Remains(cut.files()))) {
      return ids(found);
    }
  }

  private static List<Object> ids(JdbcCatalog catalog) {
    Table table = catalog.loadTable(IDENTIFIER);
    if (table.currentSnapshot() == null) {
      return List.of();
    }
    return new SmallTable(SALES, table)
        .rows(table.currentSnapshot(), List.of("id")).stream()
            .map(row -> row.get("id"))
            .sorted()
            .toList();
  }

  private void append(List<Map<String, Object>> rows) {
    new SmallTable(SALES, table).append("main", rows);
  }

  private static Map<String, Object> row(long id, String day) {
    return Map.of("id", id, "sold_on", LocalDate.parse(day));
  }

  private JdbcCatalog catalog(Path database, FileIO files) {
    JdbcCatalog opened = new JdbcCatalog(properties -> files, null, true);
    opened.initialize(
        "test",
        new HashMap<>(
            Map.of(
                CatalogProperties.URI,
                "jdbc:sqlite:" + database.resolve(EmbeddedCatalog.DATABASE_FILE),
                CatalogProperties.WAREHOUSE_LOCATION,
                LocalFileIO.locationOf(directory.resolve("warehouse")),
                CatalogProperties.CLIENT_POOL_SIZE,
                "1",
                "jdbc.journal_mode",
                "WAL",
                "jdbc.schema-version",
                "V1")));
    return opened;
  }

  /** Reads what a power cut has left. */
  private record Remains(Map<Path, byte[]> files) implements FileIO {
    @Override
    public InputFile newInputFile(String location) {
      byte[] bytes = files.get(Path.of(URI.create(location)));
      if (bytes == null) {
        throw new NotFoundException("File does not exist: %s", location);
      }
      return new InMemoryInputFile(location, bytes);
    }

    @Override
    public OutputFile newOutputFile(String location) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void deleteFile(String location) {
      throw new UnsupportedOperationException();
    }
  }
}
