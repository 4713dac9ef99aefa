package tributary.app;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import tributary.config.SettingsReader;

/** One command, run as the process would, and what came of it. */
record CommandLineRun(int code, String out, String err) {
  static CommandLineRun of(Path directory, String... arguments) {
    return of(directory, Map.of(), "", arguments);
  }

  static CommandLineRun of(
      Path directory, Map<String, String> environment, String input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal = terminal(out, err, input);
    int code =
        new CommandLineApp(terminal, given -> SettingsReader.of(given, environment, directory))
            .execute(arguments);
    terminal.out().flush();
    terminal.err().flush();
    return new CommandLineRun(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static Terminal terminal(
      ByteArrayOutputStream out, ByteArrayOutputStream err, String input) {
    return new Terminal(
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        new PrintStream(out, false, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        false,
        80,
        () -> false);
  }
}
