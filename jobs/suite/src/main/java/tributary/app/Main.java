package tributary.app;

import java.util.Locale;

/**
 * The command line. What it writes, SQL and files among it, is the same whatever the machine's
 * locale is, and as on a machine without one: no digit is Arabic, no I loses its dot.
 */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs a command and returns its exit code, for a process that goes on. */
  public static int run(String... arguments) {
    Locale.setDefault(Locale.ENGLISH);
    return CommandLineApp.run(arguments);
  }
}
