package tributary.app;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import tributary.config.LakeSettings;
import tributary.config.ServeSettings;
import tributary.config.Setting;
import tributary.config.Settings;
import tributary.config.SettingsReader;
import tributary.lake.Lake;

/** Serves the lake's catalog until it is stopped. */
@Command(
    name = "serve",
    description =
        "Serves the lake's Iceberg REST catalog to other engines, such as Trino, until Ctrl-C."
            + " Commands on the same lake find it and work through it.",
    footer = {
      "",
      "Examples:",
      "  tributary catalog serve",
      "  tributary catalog serve --lake /data/lake --port 8181 --bind 0.0.0.0"
    })
final class ServeCommand implements Task {
  @Override
  public List<Setting<?>> settings() {
    return Settings.join(List.of(ServeSettings.settings(), LakeSettings.settings()));
  }

  @Override
  public Action prepare(SettingsReader reader) {
    LakeSettings lake = LakeSettings.read(reader);
    ServeSettings settings = ServeSettings.read(reader);
    return terminal -> {
      try (Lake served = Lake.serve(lake, settings.bind(), settings.port())) {
        tell(served, lake.directory().toAbsolutePath().normalize(), terminal.out());
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        terminal.err().println("Stopped.");
      }
      return new Summary("catalog serve");
    };
  }

  private static void tell(Lake served, Path directory, PrintStream out) {
    out.println("The catalog of " + directory + " is served at " + served.endpoint());
    out.println("Its bearer tokens are in " + directory.resolve("tokens.json"));
    out.println("(\"read\" opens it for reading, \"write\" for both; only you can read the file).");
    out.println();
    out.println("Trino, in etc/catalog/lake.properties:");
    out.println("  connector.name=iceberg");
    out.println("  iceberg.catalog.type=rest");
    out.println("  iceberg.rest-catalog.uri=" + served.endpoint());
    out.println("  iceberg.rest-catalog.security=OAUTH2");
    out.println("  iceberg.rest-catalog.oauth2.token=TOKEN");
    out.println("  iceberg.rest-catalog.view-endpoints-enabled=true");
    out.println("  fs.native-local.enabled=true");
    out.println("  local.location=/");
    out.println("Metabase: connect it to Trino, catalog lake, with its Starburst driver.");
    out.println();
    out.println("Ctrl-C stops it.");
    out.flush();
  }
}
