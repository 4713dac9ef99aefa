package tributary.app;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.util.FlinkUserCodeClassLoader;
import tributary.config.EngineSettings;
import tributary.config.HostAndPort;
import tributary.config.UserError;
import tributary.input.InputFunctions;
import tributary.lake.Lake;
import tributary.script.Engine;

/** The engine that settings ask for. */
final class Engines {
  /** Kept, for a level holds only as long as its logger. */
  private static final Logger NETLIB = Logger.getLogger("dev.ludovic.netlib");

  static {
    // That it runs in plain Java is no news to a user.
    NETLIB.setLevel(Level.SEVERE);
  }

  private Engines() {}

  /**
   * @throws UserError when a cluster is asked for, but this program is no jar that can be sent to
   *     it
   */
  static Engine open(EngineSettings settings) {
    return target(settings).preparing(Engines::prepare);
  }

  private static void prepare(TableEnvironment tables) {
    InputFunctions.register(tables);
    Lake.SESSION_OPTIONS.forEach(tables.getConfig()::set);
  }

  private static Engine target(EngineSettings settings) {
    if (Engines.class.getClassLoader() instanceof FlinkUserCodeClassLoader) {
      return Engine.submitted(settings.parallelism());
    }
    return settings
        .flink()
        .map(cluster -> remote(cluster, settings.parallelism()))
        .orElseGet(() -> Engine.local(settings.parallelism()));
  }

  private static Engine remote(HostAndPort cluster, int parallelism) {
    return Engine.remote(cluster.host(), cluster.port(), jobJar(cluster), parallelism);
  }

  private static Path jobJar(HostAndPort cluster) {
    try {
      Path code =
          Path.of(Engines.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isRegularFile(code)) {
        return code;
      }
      throw new UserError(
          "Cannot run on the Flink cluster %s: this program runs from %s, not from the job jar"
              .formatted(cluster, code));
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Cannot find the job jar", e);
    }
  }
}
