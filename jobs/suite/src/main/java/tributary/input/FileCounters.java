package tributary.input;

import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.JobExecutionResult;

/** What readers counted in a job, outside SQL, by file. */
public final class FileCounters {
  static final String LINES = "lines:";
  static final String PROBLEMS = "problems:";
  static final String LOOKUP = "lookup-";

  private FileCounters() {}

  /** Records read of each file of transactions; a quoted line break does not begin one. */
  public static Map<String, Long> lines(JobExecutionResult result) {
    return counts(result, LINES);
  }

  /** Records of each file of transactions that could not be split into its columns. */
  public static Map<String, Long> problems(JobExecutionResult result) {
    return counts(result, PROBLEMS);
  }

  /** Records of each lookup file that could not be split into its columns. */
  public static Map<String, Long> lookupProblems(JobExecutionResult result) {
    return counts(result, LOOKUP + PROBLEMS);
  }

  private static Map<String, Long> counts(JobExecutionResult result, String prefix) {
    Map<String, Long> counts = new TreeMap<>();
    result
        .getAllAccumulatorResults()
        .forEach(
            (name, count) -> {
              if (name.startsWith(prefix)) {
                counts.put(name.substring(prefix.length()), (Long) count);
              }
            });
    return counts;
  }
}
