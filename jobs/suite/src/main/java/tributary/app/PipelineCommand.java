package tributary.app;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.BiFunction;
import tributary.config.PlaceSettings;
import tributary.config.PublishSettings;
import tributary.config.Setting;
import tributary.config.Settings;
import tributary.config.SettingsReader;
import tributary.publish.RunRequest;

/** What the commands that run the pipeline have in common. */
final class PipelineCommand {
  private PipelineCommand() {}

  /** One or more steps. */
  @FunctionalInterface
  interface Work {
    void run(Pipeline pipeline, Terminal terminal) throws Exception;
  }

  /** Of a command itself, and of all that publish. */
  static List<Setting<?>> settings(List<Setting<?>> own) {
    return Settings.join(List.of(own, PublishSettings.settings(), PlaceSettings.settings()));
  }

  /**
   * Opens the lake, does the work, and prints the closing summary.
   *
   * @param reader has read all settings of the command
   */
  static Task.Action writing(
      String command, PlaceSettings place, SettingsReader reader, Work work) {
    return action(command, Workbench::forWriting, place, reader, work);
  }

  /** As {@link #writing}, for commands that bring sales, to a new lake too. */
  static Task.Action filling(
      String command, PlaceSettings place, SettingsReader reader, Work work) {
    return action(command, Workbench::forFilling, place, reader, work);
  }

  private static Task.Action action(
      String command,
      BiFunction<PlaceSettings, String, Workbench> opening,
      PlaceSettings place,
      SettingsReader reader,
      Work work) {
    requireNonNull(work, "work is null");
    PublishSettings publishing = PublishSettings.read(reader);
    return terminal -> {
      Summary summary = new Summary(command);
      try (Steps steps = new Steps(terminal);
          Workbench workbench = opening.apply(place, command)) {
        RunRequest request = new RunRequest(command, reader.used(), Version.text(), publishing);
        work.run(new Pipeline(workbench, request, steps, summary), terminal);
        summary.seconds(steps);
      }
      terminal.out().print(summary.text());
      return summary;
    };
  }
}
