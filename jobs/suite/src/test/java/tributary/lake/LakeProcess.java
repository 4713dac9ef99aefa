package tributary.lake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tributary.config.LakeSettings;

/** Another process on a lake: a JVM that owns, serves, or writes to it. */
final class LakeProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  private LakeProcess(Process process) {
    this.process = process;
    this.output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  static LakeProcess start(String action, Path directory, int commits) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java,
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                LakeProcess.class.getName(),
                action,
                directory.toString(),
                Integer.toString(commits))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new LakeProcess(process);
  }

  /** Waits for the process to say that its lake is open. */
  LakeProcess awaitReady() throws IOException {
    String line = output.readLine();
    while (line != null && !line.equals("ready")) {
      line = output.readLine();
    }
    if (line == null) {
      throw new IllegalStateException("The other process ended before its lake was open");
    }
    return this;
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  void kill() {
    process.destroyForcibly().onExit().join();
  }

  int awaitExit() {
    return process.onExit().orTimeout(2, TimeUnit.MINUTES).join().exitValue();
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join();
    kill();
  }

  public static void main(String[] arguments) throws IOException {
    LakeSettings settings = LakeSettings.embedded(Path.of(arguments[1]));
    int commits = Integer.parseInt(arguments[2]);
    try (Lake lake =
        arguments[0].equals("serve")
            ? Lake.serve(settings, "127.0.0.1", 0)
            : Lake.openOrCreate(settings, arguments[0])) {
      System.out.println("ready");
      for (int i = 0; i < commits; i++) {
        lake.append(Contracts.EVENTS, "main", List.of(Map.of("id", (long) i)));
      }
      if (commits == 0) {
        awaitEndOfInput();
      }
    }
  }

  private static void awaitEndOfInput() throws IOException {
    while (System.in.read() >= 0) {
      continue;
    }
  }
}
