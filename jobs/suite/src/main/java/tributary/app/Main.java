package tributary.app;

/** The command line. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(CommandLineApp.run(arguments));
  }
}
