package tributary.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.types.Row;
import org.apache.flink.util.CloseableIterator;
import tributary.script.SqlLibrary;

/** Runs profiles in a local batch environment. */
final class InputLines {
  static final SqlLibrary LIBRARY = SqlLibrary.bundled();

  private InputLines() {}

  static TableEnvironment environment() {
    Configuration configuration =
        Configuration.fromMap(Map.of("parallelism.default", "2", "table.local-time-zone", "UTC"));
    return TableEnvironment.create(
        EnvironmentSettings.newInstance().inBatchMode().withConfiguration(configuration).build());
  }

  /** An environment in which a profile's {@code input_lines} are those of the input given. */
  static TableEnvironment of(String profileName, String input) {
    SourceProfile profile = SourceProfile.load(LIBRARY, profileName);
    TableEnvironment env = environment();
    profile.register(env, profile.inspect(InputFiles.resolve(input)));
    return env;
  }

  static List<Row> query(TableEnvironment env, String sql) throws Exception {
    List<Row> rows = new ArrayList<>();
    try (CloseableIterator<Row> found = env.executeSql(sql).collect()) {
      found.forEachRemaining(rows::add);
    }
    return rows;
  }
}
