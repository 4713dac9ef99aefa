package tributary.app;

/** The command line. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs a command and returns its exit code, for a process that goes on. */
  public static int run(String... arguments) {
    return CommandLineApp.run(arguments);
  }
}
