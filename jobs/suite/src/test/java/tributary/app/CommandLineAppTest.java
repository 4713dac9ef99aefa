package tributary.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tributary.ForeignLocale;
import tributary.config.Settings;

@ExtendWith(ForeignLocale.class)
class CommandLineAppTest {
  @TempDir Path directory;

  static Stream<List<String>> commands() {
    List<List<String>> paths = new ArrayList<>();
    paths.add(List.of());
    collect(CommandTree.build(), List.of(), paths);
    return paths.stream();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void showsEachCommandsHelpWithExamplesAndDefaults(List<String> command) {
    CommandLineRun run = run(with(command, "--help"));

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("Usage: tributary").contains("Examples:\n  tributary");
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
    String examples = run.out().substring(run.out().indexOf("Examples:"));
    assertThat(examples.lines().skip(1)).isNotEmpty().allMatch(line -> line.contains("tributary"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everySettingOfACommandMayStandInTheConfigurationFile(List<String> path) {
    CommandLine command = CommandTree.build();
    for (String name : path) {
      command = command.getSubcommands().get(name);
    }
    if (command.getCommandSpec().userObject() instanceof Task task) {
      assertThat(Settings.all()).containsAll(CommandTree.settings(task));
    }
  }

  @Test
  void offersEveryCommandOfTheOverview() {
    assertThat(run("--help").out())
        .contains(
            "demo",
            "generate",
            "run",
            "ingest",
            "curate",
            "segment",
            "recommend",
            "marts",
            "report",
            "sql",
            "tables",
            "catalog");
    assertThat(run("run", "--help").out())
        .contains("--k=K", "(default: 4)", "--lake=DIR")
        .doesNotContain("--catalog-token=");
  }

  @Test
  void printsTheOverviewAndExitsWithTwoWithoutACommand() {
    CommandLineRun run = run();

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("Usage: tributary");
    assertThat(run("catalog").code()).isEqualTo(2);
  }

  @Test
  void reportsEveryMistakeOfACommandLineAtOnce() {
    CommandLineRun run =
        CommandLineRun.of(
            directory,
            Map.of("TRIBUTARY_PARALLELISM", "0"),
            "",
            "run",
            "--kk",
            "5",
            "--k",
            "four",
            "--as-of=yesterday");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .containsExactly(
            "Unknown option --kk; did you mean --k?",
            "Invalid TRIBUTARY_PARALLELISM: '0' is out of range; expected 1 to 1024",
            "Invalid --as-of: 'yesterday' is not a date; expected a day such as 2011-12-09",
            "Invalid --k: 'four' is not a number of segments; expected auto, 2 to 50, or a range of"
                + " them such as 3..6",
            "Missing --source PROFILE: the source profile that describes the files, such as"
                + " online-retail (or set TRIBUTARY_SOURCE)",
            "Missing --input FILE|DIR|GLOB: the file, directory or quoted pattern to read (or set"
                + " TRIBUTARY_INPUT)");
  }

  @Test
  void suggestsTheCommandThatWasMeant() {
    assertThat(run("rnu"))
        .isEqualTo(new CommandLineRun(2, "", "Unknown command rnu; did you mean run?\n"));
    assertThat(run("catalog", "sevre").err())
        .isEqualTo("Unknown command sevre; did you mean serve?\n");
    assertThat(run("frobnicate").err())
        .isEqualTo("Unknown command frobnicate; 'tributary --help' lists what there is\n");
  }

  @Test
  void tellsToQuoteAPatternThatTheShellExpanded() {
    assertThat(run("ingest", "--source", "x", "--input", "a.csv", "b.csv"))
        .isEqualTo(
            new CommandLineRun(
                2,
                "",
                "Unexpected argument 'b.csv'; quote a pattern, as in --input 'sales/*.csv'\n"));
  }

  @Test
  void saysWhenAFlagHasNoValueOrComesTwice() {
    assertThat(run("tables", "--lake").err()).contains("'--lake'").hasLineCount(1);
    assertThat(run("curate", "--lake", "a", "--lake", "b").err())
        .contains("'--lake'")
        .hasLineCount(1);
  }

  @Test
  void exitsWithTwoAndOneLineForTheUsersMistake() {
    CommandLineRun run = run("tables", "--lake", directory.resolve("none").toString());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("Cannot open lake").hasLineCount(1);
  }

  @Test
  void exitsWithTwoWhereACatalogIsNoFile() throws IOException {
    Path lake = directory.resolve("lake");
    Files.createDirectories(lake.resolve("catalog.db"));

    CommandLineRun run = run("tables", "--lake", lake.toString());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("Cannot open lake").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"curate", "segment", "recommend", "marts", "sql --write -e SELECT"})
  void makesNoLakeWhereOneWasMisspelt(String command) {
    Path lake = directory.resolve("lkae");

    CommandLineRun run = run("%s --lake %s".formatted(command, lake).split(" "));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("Cannot open lake %s: there is no lake".formatted(lake));
    assertThat(lake).doesNotExist();
  }

  @Test
  void exitsWithOneAndOneLineForAFailure() throws IOException {
    Path lake = directory.resolve("lake");
    Files.createDirectories(lake.resolve("endpoint.json"));

    CommandLineRun run = run("tables", "--lake", lake.toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("Cannot read " + lake.resolve("endpoint.json"))
        .hasLineCount(1);
  }

  @Test
  void generatesFilesAndSummarisesThem() throws IOException {
    Path summary = directory.resolve("summary.json");
    CommandLineRun run =
        run(
            "generate",
            "--output",
            directory.resolve("shop").toString(),
            "--transactions",
            "200",
            "--summary-json",
            summary.toString());

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("transaction lines    200");
    assertThat(run.err().lines()).first().isEqualTo("generate ...");
    assertThat(Files.readString(summary))
        .startsWith("{\"command\":\"generate\",")
        .contains("\"transaction_lines\":200")
        .hasLineCount(1);
  }

  @Test
  void readsSettingsFromTheConfigurationFileToo() throws IOException {
    Files.writeString(
        directory.resolve("tributary.properties"),
        "output = " + directory.resolve("configured") + "\ntransactions = 100\n");

    assertThat(run("generate").code()).isZero();
    assertThat(directory.resolve("configured").resolve("transactions.csv")).exists();
  }

  @Test
  void needsStatementsForSql() {
    assertThat(run("sql"))
        .isEqualTo(
            new CommandLineRun(
                2, "", "Missing statements: give them with -e SQL, or a FILE of them\n"));
    assertThat(run("sql", "-e", "SELECT 'a").err())
        .isEqualTo("Cannot read -e: a quote that begins on line 1 never ends\n");
    assertThat(run("sql", "none.sql").err())
        .isEqualTo("Cannot read none.sql: there is no such file\n");
  }

  private CommandLineRun run(String... arguments) {
    return CommandLineRun.of(directory, arguments);
  }

  private static void collect(CommandLine command, List<String> path, List<List<String>> paths) {
    command
        .getSubcommands()
        .forEach(
            (name, child) -> {
              List<String> inner = List.of(with(path, name));
              paths.add(inner);
              collect(child, inner, paths);
            });
  }

  private static String[] with(List<String> path, String last) {
    return Stream.concat(path.stream(), Stream.of(last)).toArray(String[]::new);
  }
}
