package tributary.app;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.flink.table.api.config.OptimizerConfigOptions;
import org.apache.flink.table.catalog.Catalog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tributary.config.PlaceSettings;
import tributary.config.UserError;
import tributary.lake.Lake;
import tributary.lake.TableScope;
import tributary.publish.Contracts;
import tributary.publish.Workplace;
import tributary.script.Engine;
import tributary.script.SqlLibrary;
import tributary.script.SqlSession;

/** What a command works with: the lake, the engine and the SQL files; closed with the command. */
final class Workbench implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Workbench.class);

  private final Lake lake;
  private final Engine engine;
  private final SqlLibrary library;
  private final Path workDirectory;

  private Workbench(Lake lake, Engine engine, SqlLibrary library, PlaceSettings place) {
    this.lake = requireNonNull(lake, "lake is null");
    this.engine = requireNonNull(engine, "engine is null");
    this.library = requireNonNull(library, "library is null");
    this.workDirectory = place.lake().directory().toAbsolutePath().resolve("work");
  }

  /**
   * @throws UserError when there is no lake
   */
  static Workbench forReading(PlaceSettings place) {
    return with(place, () -> Lake.openForReading(place.lake()));
  }

  /**
   * @param command names this process to other commands that want to write meanwhile
   * @throws UserError when there is no lake, or another command writes to it
   */
  static Workbench forWriting(PlaceSettings place, String command) {
    return with(place, () -> Lake.openForWriting(place.lake(), command));
  }

  /** As {@link #forWriting}, but makes the lake where there is none. */
  static Workbench forFilling(PlaceSettings place, String command) {
    return with(place, () -> Lake.openOrCreate(place.lake(), command));
  }

  /** The lake comes last: what was opened before it costs nothing to leave open. */
  private static Workbench with(PlaceSettings place, Supplier<Lake> lake) {
    SqlLibrary library = library(place);
    Engine engine = Engines.open(place.engine());
    return new Workbench(lake.get(), engine, library, place);
  }

  Lake lake() {
    return lake;
  }

  Engine engine() {
    return engine;
  }

  SqlLibrary library() {
    return library;
  }

  /** A directory for what jobs hand to each other; a cluster must share it. */
  Path workDirectory() {
    return workDirectory;
  }

  /**
   * A session that sees the published state of every table, and others by hints such as {@code
   * OPTIONS('tag'='published_x')}.
   */
  SqlSession session() {
    Catalog published = lake.flinkCatalog(Engine.CURRENT_CATALOG, TableScope.published());
    SqlSession session = engine.batch(Map.of(Engine.CURRENT_CATALOG, published));
    // Flink loses the hints where it reads two mentions of a table once.
    session
        .tables()
        .getConfig()
        .set(OptimizerConfigOptions.TABLE_OPTIMIZER_REUSE_SOURCE_ENABLED, false);
    return session;
  }

  /**
   * What runs work with.
   *
   * @param milestones hears how far a run is
   * @param notices hears what the user should know besides
   */
  Workplace workplace(Consumer<String> milestones, Consumer<String> notices) {
    return new Workplace(
        lake,
        engine,
        Contracts.load(library),
        library,
        Clock.systemUTC(),
        milestones.andThen(LOG::info),
        notices);
  }

  @Override
  public void close() {
    try {
      engine.close();
    } finally {
      lake.close();
    }
  }

  /** The SQL files that a command uses. */
  static SqlLibrary library(PlaceSettings place) {
    return library(place.sqlDirectory());
  }

  /** Those of a directory, or those in the job jar. */
  static SqlLibrary library(Optional<Path> sqlDirectory) {
    if (sqlDirectory.isEmpty()) {
      return SqlLibrary.bundled();
    }
    Path directory = sqlDirectory.get();
    if (!Files.isDirectory(directory)) {
      throw new UserError(
          "Cannot read the SQL files of %s: there is no such directory".formatted(directory));
    }
    return SqlLibrary.at(directory);
  }
}
