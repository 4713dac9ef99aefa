package tributary.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Every command of Tributary. */
@Command(name = "tributary", mixinStandardHelpOptions = true)
final class CommandLineApp {
  private CommandLineApp() {}

  static int run(String... arguments) {
    return new CommandLine(new CommandLineApp()).execute(arguments);
  }
}
