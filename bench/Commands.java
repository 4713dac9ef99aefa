import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import tributary.app.Main;

/**
 * Runs commands of Tributary one after the other in one process, so that only the first pays for
 * its start: each line of standard input is one, its words apart by tabs. Their exit codes go to
 * the file that is named, a line each.
 */
public class Commands {
  public static void main(String[] arguments) throws Exception {
    try (BufferedReader commands =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintWriter codes = new PrintWriter(arguments[0], StandardCharsets.UTF_8)) {
      String command;
      while ((command = commands.readLine()) != null) {
        codes.println(Main.run(command.split("\t")));
        codes.flush();
      }
    }
    System.exit(0);
  }
}
