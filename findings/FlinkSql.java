import java.util.ArrayList;
import java.util.List;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.types.Row;
import org.apache.flink.util.CloseableIterator;

/**
 * Runs Flink SQL queries in batch mode, by one task; prints one line each: its rows, or the root cause. What begins
 * with "table." is no query but a setting for those after it, KEY=VALUE.
 */
public class FlinkSql {
  public static void main(String[] arguments) throws Exception {
    TableEnvironment env = TableEnvironment.create(EnvironmentSettings.inBatchMode());
    env.getConfig().set("table.exec.resource.default-parallelism", "1");
    for (String argument : arguments) {
      if (argument.startsWith("table.")) {
        env.getConfig().set(argument.replaceFirst("=.*", ""), argument.replaceFirst(".*?=", ""));
      } else {
        System.out.println(answer(env, argument));
      }
    }
  }

  private static String answer(TableEnvironment env, String query) throws Exception {
    List<String> rows = new ArrayList<>();
    try (CloseableIterator<Row> result = env.executeSql(query).collect()) {
      result.forEachRemaining(row -> rows.add(row.toString()));
      return String.join(" ", rows);
    } catch (RuntimeException e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      return cause.getClass().getSimpleName();
    }
  }
}
