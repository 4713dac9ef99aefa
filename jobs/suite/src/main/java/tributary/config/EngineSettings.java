package tributary.config;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * Where jobs run.
 *
 * @param flink the REST address of a Flink session cluster; absent: a Flink in this process
 * @param parallelism subtasks of each operator, 1 to 1024
 */
public record EngineSettings(Optional<HostAndPort> flink, int parallelism) {
  private static final int MOST_BY_DEFAULT = 4;
  private static final int MOST = 1024;

  public static final Setting<HostAndPort> FLINK =
      Setting.of(
          "flink",
          "HOST:PORT",
          ValueType.hostAndPort(),
          "a Flink session cluster to run on, instead of inside this process");
  public static final Setting<Integer> PARALLELISM =
      Setting.of(
              "parallelism",
              "N",
              ValueType.integer(1, MOST),
              "how many parts of a job run at the same time")
          .defaultsTo(Math.min(MOST_BY_DEFAULT, Runtime.getRuntime().availableProcessors()));

  public EngineSettings {
    requireNonNull(flink, "flink is null");
    if (parallelism < 1 || parallelism > MOST) {
      throw new IllegalArgumentException("Invalid parallelism: " + parallelism);
    }
  }

  public static List<Setting<?>> settings() {
    return List.of(FLINK, PARALLELISM);
  }

  public static EngineSettings read(SettingsReader reader) {
    return new EngineSettings(reader.optional(FLINK), reader.value(PARALLELISM));
  }
}
