package tributary.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.iceberg.exceptions.ForbiddenException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.config.LakeSettings;
import tributary.config.UserError;

class LakeOwnershipIT {
  @TempDir Path directory;

  @Test
  void namesTheProcessThatOwnsTheLake() throws Exception {
    try (LakeProcess owner = LakeProcess.start("run", directory, 0).awaitReady()) {
      assertThatThrownBy(this::writing)
          .isInstanceOf(UserError.class)
          .hasMessageContaining("'run' (process " + owner.pid() + ", since 20")
          .hasMessageContaining(directory.toString());
    }
    writing().close();
  }

  @Test
  void takesOverFromAnOwnerThatDied() throws Exception {
    try (LakeProcess owner = LakeProcess.start("serve", directory, 0).awaitReady()) {
      owner.kill();
      try (Lake lake = writing()) {
        lake.ensureTable(Contracts.events());
        assertThat(directory.resolve("endpoint.json")).doesNotExist();
      }
    }
  }

  @Test
  void sendsNoTokenToAnAddressThatADeadOwnerLeftBehind() throws Exception {
    try (Lake lake = writing()) {
      lake.ensureTable(Contracts.events());
    }
    try (ServerSocket stranger = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
      String address = "http://127.0.0.1:" + stranger.getLocalPort();
      ServedEndpoint.publish(directory, new ServedEndpoint(address, Tokens.random()));
      try (Lake lake = Lake.openForReading(settings())) {
        assertThat(lake.tables()).containsExactly(Contracts.EVENTS);
      }
      writing().close();
      stranger.setSoTimeout(1);
      assertThatThrownBy(stranger::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void refusesASecondWriterOfTheSameProcess() {
    try (Lake lake = writing()) {
      lake.ensureTable(Contracts.events());
      assertThatThrownBy(this::writing)
          .isInstanceOf(UserError.class)
          .hasMessageContaining("'test'");
      lake.append(Contracts.EVENTS, "main", List.of(Map.of("id", 1L)));
    }
    writing().close();
  }

  @Test
  void keepsEveryCommitOfSeveralWritersOfOneEndpoint() throws Exception {
    try (Lake lake = Lake.serve(settings(), "127.0.0.1", 0);
        LakeProcess other = createAndStart(lake)) {
      ExecutorService writers = Executors.newFixedThreadPool(3);
      List<Future<?>> done = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        done.add(writers.submit(() -> appendFifteen(lake)));
      }
      for (Future<?> writer : done) {
        writer.get();
      }
      writers.shutdown();
      assertThat(other.awaitExit()).isZero();
      assertThat(lake.rowCount(Contracts.EVENTS, "main")).isEqualTo(60);
      assertThat(lake.rows(Contracts.EVENTS, "main")).hasSize(60);
    }
  }

  @Test
  void readsWhileAnotherProcessWrites() throws Exception {
    try (Lake lake = writing()) {
      lake.ensureTable(Contracts.events());
    }
    Path database = directory.resolve(EmbeddedCatalog.DATABASE_FILE);
    try (LakeProcess writer = LakeProcess.start("run", directory, 20).awaitReady()) {
      long seen = 0;
      while (writer.isAlive()) {
        try (Lake lake = Lake.openForReading(settings())) {
          long rows = lake.rows(Contracts.EVENTS, "main").size();
          assertThat(rows).isGreaterThanOrEqualTo(seen);
          seen = rows;
        }
        try (CatalogCopy copy = CatalogCopy.of(database)) {
          assertThat(checkedCatalog(copy)).isEqualTo("ok");
        }
      }
      assertThat(writer.awaitExit()).isZero();
    }
    try (Lake lake = Lake.openForReading(settings())) {
      assertThat(lake.rowCount(Contracts.EVENTS, "main")).isEqualTo(20);
    }
  }

  @Test
  void readersThroughAServedLakeCannotWrite() throws Exception {
    try (LakeProcess server = LakeProcess.start("serve", directory, 0).awaitReady()) {
      try (Lake lake = writing()) {
        lake.ensureTable(Contracts.events());
      }
      try (Lake lake = Lake.openForReading(settings())) {
        assertThat(lake.endpoint()).isEqualTo(ServedEndpoint.find(directory).orElseThrow().uri());
        assertThat(lake.tables()).containsExactly(Contracts.EVENTS);
        assertThatThrownBy(() -> lake.createBranch(Contracts.EVENTS, "run_1"))
            .isInstanceOf(ForbiddenException.class);
      }
      assertThat(server.isAlive()).isTrue();
    }
    assertThat(directory.resolve("endpoint.json")).doesNotExist();
  }

  @Test
  void publishesTheServedEndpointToItsUserOnlyAndKeepsItsTokens() throws Exception {
    String token;
    try (Lake lake = Lake.serve(settings(), "127.0.0.1", 0)) {
      token = lake.token();
      for (String file : List.of("endpoint.json", "owner.json", "tokens.json")) {
        assertThat(
                PosixFilePermissions.toString(
                    Files.getPosixFilePermissions(directory.resolve(file))))
            .isEqualTo("rw-------");
      }
    }
    try (Lake lake = Lake.serve(settings(), "127.0.0.1", 0)) {
      assertThat(lake.token()).isEqualTo(token);
    }
  }

  @Test
  void leavesNeitherThreadsNorALogBehind() {
    try (Lake lake = writing()) {
      lake.ensureTable(Contracts.events());
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().startsWith("catalog-endpoint"))
        .noneMatch(thread -> thread.getName().startsWith("HTTP-Dispatcher"));
    assertThat(directory.resolve("catalog.db-wal")).doesNotExist();
    assertThat(directory.resolve("owner.json")).doesNotExist();
  }

  private static String checkedCatalog(CatalogCopy copy) throws SQLException {
    Path database = copy.directory().resolve(EmbeddedCatalog.DATABASE_FILE);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement();
        ResultSet checked = statement.executeQuery("PRAGMA integrity_check")) {
      return checked.getString(1);
    }
  }

  /** A reader of the owner's process comes first, and must leave the owner its lock. */
  private LakeProcess createAndStart(Lake lake) throws Exception {
    lake.ensureTable(Contracts.events());
    try (Lake reader = Lake.openForReading(settings())) {
      assertThat(reader.endpoint()).isEqualTo(lake.endpoint());
    }
    return LakeProcess.start("run", directory, 15);
  }

  private static Void appendFifteen(Lake lake) {
    for (int i = 0; i < 15; i++) {
      lake.append(Contracts.EVENTS, "main", List.of(Map.of("id", (long) i)));
    }
    return null;
  }

  private Lake writing() {
    return Lake.openOrCreate(settings(), "test");
  }

  private LakeSettings settings() {
    return LakeSettings.embedded(directory);
  }
}
