package tributary.lake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.jdbc.UncheckedSQLException;
import tributary.config.UserError;

/** The one catalog of this process on the lake's SQLite file, and the endpoint in front of it. */
final class EmbeddedCatalog implements AutoCloseable {
  private static final String NAME = "tributary";
  static final String DATABASE_FILE = "catalog.db";
  private static final String LOCALHOST = "127.0.0.1";
  private static final String BUSY_TIMEOUT_MS = "20000";

  /** A commit that a power cut undoes would point at files that have been deleted since. */
  private static final String SYNC_EACH_COMMIT = "FULL";

  private static final String SQLITE_OPEN_READONLY = "1";

  private final JdbcCatalog catalog;
  private final CatalogEndpoint endpoint;
  private final Optional<CatalogCopy> copy;

  private EmbeddedCatalog(
      JdbcCatalog catalog, CatalogEndpoint endpoint, Optional<CatalogCopy> copy) {
    this.catalog = catalog;
    this.endpoint = endpoint;
    this.copy = copy;
  }

  static boolean existsIn(Path directory) {
    return Files.isRegularFile(directory.resolve(DATABASE_FILE));
  }

  static EmbeddedCatalog openForWriting(
      Path directory, Tokens tokens, String bindAddress, int port) {
    Map<String, String> pragmas =
        Map.of(
            "jdbc.journal_mode", "WAL",
            "jdbc.synchronous", SYNC_EACH_COMMIT,
            "jdbc.busy_timeout", BUSY_TIMEOUT_MS);
    return open(directory, Optional.empty(), pragmas, tokens, Access.WRITE, bindAddress, port);
  }

  /** As it is; or where this user may not write beside it, a copy of it. */
  static EmbeddedCatalog openForReading(Path directory, Tokens tokens) {
    Optional<CatalogCopy> copy =
        Files.isWritable(directory)
            ? Optional.empty()
            : Optional.of(CatalogCopy.of(directory.resolve(DATABASE_FILE)));
    Map<String, String> pragmas =
        Map.of("jdbc.open_mode", SQLITE_OPEN_READONLY, "jdbc.busy_timeout", BUSY_TIMEOUT_MS);
    return open(directory, copy, pragmas, tokens, Access.READ, LOCALHOST, 0);
  }

  CatalogEndpoint endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    endpoint.close();
    catalog.close();
    copy.ifPresent(CatalogCopy::close);
  }

  private static EmbeddedCatalog open(
      Path directory,
      Optional<CatalogCopy> copy,
      Map<String, String> pragmas,
      Tokens tokens,
      Access allowed,
      String bindAddress,
      int port) {
    JdbcCatalog catalog = new JdbcCatalog(null, null, allowed == Access.WRITE);
    Path database = copy.map(CatalogCopy::directory).orElse(directory).resolve(DATABASE_FILE);
    try {
      catalog.initialize(NAME, properties(directory, database, pragmas));
    } catch (UncheckedSQLException e) {
      copy.ifPresent(CatalogCopy::close);
      throw new UserError(
          "Cannot open lake %s: %s cannot be read as its catalog: %s"
              .formatted(directory, DATABASE_FILE, e.getCause().getMessage()),
          e);
    }
    try {
      CatalogEndpoint endpoint = CatalogEndpoint.start(catalog, tokens, allowed, bindAddress, port);
      return new EmbeddedCatalog(catalog, endpoint, copy);
    } catch (RuntimeException e) {
      catalog.close();
      copy.ifPresent(CatalogCopy::close);
      throw e;
    }
  }

  private static Map<String, String> properties(
      Path directory, Path database, Map<String, String> pragmas) {
    loadDriver();
    Map<String, String> properties = new HashMap<>(pragmas);
    properties.put(CatalogProperties.URI, "jdbc:sqlite:" + database);
    properties.put(
        CatalogProperties.WAREHOUSE_LOCATION,
        LocalFileIO.locationOf(directory.resolve("warehouse")));
    properties.put(CatalogProperties.FILE_IO_IMPL, LocalFileIO.class.getName());
    properties.put(CatalogProperties.CLIENT_POOL_SIZE, "1");
    properties.put("jdbc.schema-version", "V1");
    return properties;
  }

  /** On a cluster the driver is not where the JDK's driver manager looks. */
  private static void loadDriver() {
    try {
      Class.forName("org.sqlite.JDBC");
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("Cannot open the catalog: no SQLite driver", e);
    }
  }
}
