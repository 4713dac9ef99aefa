package tributary.publish;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tributary.config.LakeSettings;
import tributary.lake.Lake;
import tributary.script.Engine;
import tributary.script.SqlLibrary;

/**
 * Another process on a lake that is served, which publishes a row when told to, and can be
 * suspended at any moment.
 */
final class RunProcess implements AutoCloseable {
  private static final List<String> TABLES = List.of("curated.products", "curated.customers");
  private static final String END = "end ";

  /** By which a lock that was not extended for as long counts as lost. */
  private static final Duration LATE = Duration.ofMinutes(11);

  private final Process process;
  private final PrintStream input;
  private final BlockingQueue<String> output = new LinkedBlockingQueue<>();

  private RunProcess(Process process) {
    this.process = process;
    this.input = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    Thread reader = new Thread(this::read, "run-process");
    reader.setDaemon(true);
    reader.start();
  }

  static RunProcess start(Path lake) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-"))
        .forEach(command::add);
    command.addAll(List.of("-Xmx512m", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(RunProcess.class.getName(), lake.toString()));
    return new RunProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
  }

  private void read() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.add(line);
      }
    } catch (IOException e) {
      output.add(END + "its output cannot be read: " + e);
    }
  }

  /** Begins to publish a row of that name, by its own clock, or by one that is late. */
  void run(String name, boolean isLate) {
    output.clear();
    input.println(name + (isLate ? " late" : ""));
  }

  /** Waits until the run has come so far; false when it has ended without. */
  boolean awaits(String milestone) throws InterruptedException {
    String line = next();
    while (!line.equals(milestone) && !line.startsWith(END)) {
      line = next();
    }
    if (line.startsWith(END)) {
      output.add(line);
      return false;
    }
    return true;
  }

  /** Waits for the end of the run; "published", or why not. */
  String end() throws InterruptedException {
    String line = next();
    while (!line.startsWith(END)) {
      line = next();
    }
    return line.substring(END.length());
  }

  private String next() throws InterruptedException {
    String line = output.poll(2, TimeUnit.MINUTES);
    if (line == null) {
      throw new IllegalStateException("Process %s says nothing any more".formatted(process.pid()));
    }
    return line;
  }

  void suspend() throws Exception {
    signal("STOP");
  }

  void resume() throws Exception {
    signal("CONT");
  }

  private void signal(String name) throws Exception {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  public static void main(String[] arguments) throws IOException {
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (Lake lake =
            Lake.openForWriting(LakeSettings.embedded(Path.of(arguments[0])), "run-process");
        Engine engine = Engine.local(1)) {
      for (String line = commands.readLine(); line != null; line = commands.readLine()) {
        String[] words = line.split(" ");
        Clock clock = Clock.systemUTC();
        say(END + publish(lake, engine, words[0], clock(clock, words.length > 1)));
      }
    }
  }

  private static Clock clock(Clock clock, boolean isLate) {
    return isLate ? Clock.offset(clock, LATE) : clock;
  }

  private static String publish(Lake lake, Engine engine, String name, Clock clock) {
    SqlLibrary library = SqlLibrary.bundled();
    Workplace workplace =
        new Workplace(
            lake, engine, Contracts.load(library), library, clock, RunProcess::say, notice -> {});
    RunRequest request = new RunRequest("test", Map.of("name", name), "1");
    try (Run run = Run.start(workplace, request, TABLES)) {
      say("begun");
      LocalDateTime soldAt = LocalDateTime.of(2024, 1, 1, 9, 0);
      run.append(
          "curated.products",
          List.of(
              Map.of(
                  "product_id", name,
                  "is_merchandise", true,
                  "first_sold_at", soldAt,
                  "last_sold_at", soldAt)));
      run.append(
          "curated.customers",
          List.of(Map.of("customer_id", name, "orders", 1L, "has_demographics", false)));
      say("written");
      run.publish();
      return "published";
    } catch (RuntimeException e) {
      return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
  }

  private static void say(String line) {
    System.out.println(line.lines().findFirst().orElse(""));
  }
}
