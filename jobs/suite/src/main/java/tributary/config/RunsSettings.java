package tributary.config;

import java.util.List;
import java.util.Optional;

/** Which run a command is about, and what to do with it. */
public final class RunsSettings {
  private static final String ID = "the run's id, or a part of it that no other id has";

  /** The run that a command is about, as its argument. */
  public static final Setting<String> RUN =
      Setting.of("run-id", "RUN", ValueType.text(), ID).argument();

  public static final Setting<String> REPLAYED =
      Setting.of("replayed-run", "RUN", ValueType.text(), ID).flag("--run");
  public static final Setting<String> WHY =
      Setting.of("why", "TEXT", ValueType.text(), "why it is not published; kept in ops.run");

  private RunsSettings() {}

  public static List<Setting<?>> settings() {
    return List.of(RUN, REPLAYED, WHY);
  }

  /** The run that a command is about, if it names one. */
  public static Optional<String> run(SettingsReader reader) {
    return reader.optional(RUN);
  }
}
