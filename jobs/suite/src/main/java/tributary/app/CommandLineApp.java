package tributary.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParseResult;
import tributary.config.ReportSettings;
import tributary.config.SettingsReader;
import tributary.config.UserError;
import tributary.script.UncancelledJobException;

/** Finds the command that is asked for, runs it, and tells what went wrong. */
final class CommandLineApp {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int MISTAKE = 2;

  /** Done, but files were left out. */
  static final int LEFT_OUT = 3;

  private static final int WIDEST_HELP = 120;

  private final Terminal terminal;
  private final Function<Map<String, List<String>>, SettingsReader> settings;

  /**
   * @param settings reads settings, given what the command line says
   */
  CommandLineApp(Terminal terminal, Function<Map<String, List<String>>, SettingsReader> settings) {
    this.terminal = terminal;
    this.settings = settings;
  }

  /** Runs a command for the process's own user and returns its exit code. */
  static int run(String... arguments) {
    try (Interruption interruption = Interruption.ofThisThread()) {
      Terminal terminal = Terminal.ofProcess(interruption);
      int code = new CommandLineApp(terminal, SettingsReader::ofProcess).execute(arguments);
      terminal.out().flush();
      return code == FAILED ? interruption.exitCode().orElse(code) : code;
    }
  }

  int execute(String... arguments) {
    ParseResult parsed = CommandTree.build().parseArgs(arguments);
    while (parsed.hasSubcommand()) {
      parsed = parsed.subcommand();
    }
    CommandLine command = parsed.commandSpec().commandLine();
    if (parsed.isUsageHelpRequested()) {
      terminal.out().print(help(command));
      return DONE;
    }
    if (parsed.isVersionHelpRequested()) {
      command.printVersionHelp(terminal.out());
      return DONE;
    }
    List<String> problems = ParseProblems.lines(parsed);
    if (parsed.commandSpec().userObject() instanceof Task task) {
      return run(task, parsed, problems);
    }
    terminal.err().print(problems.isEmpty() ? help(command) : lines(problems));
    return MISTAKE;
  }

  private int run(Task task, ParseResult parsed, List<String> problems) {
    boolean isDebugging = false;
    try {
      SettingsReader reader = settings.apply(Options.given(CommandTree.settings(task), parsed));
      problems.forEach(reader::problem);
      ReportSettings report = ReportSettings.read(reader);
      isDebugging = report.isDebugging();
      Task.Action action = task.prepare(reader);
      reader.throwIfAny();
      Summary summary = action.run(terminal);
      report.summaryFile().ifPresent(summary::writeTo);
      return summary.hasLeftOut() ? LEFT_OUT : DONE;
    } catch (Throwable e) {
      terminal.out().flush();
      return tell(parsed.commandSpec().qualifiedName(" "), e, isDebugging);
    }
  }

  private int tell(String command, Throwable failure, boolean isDebugging) {
    if (terminal.isInterrupted()) {
      terminal.err().println("Interrupted.");
      Failure.cause(failure, UncancelledJobException.class)
          .ifPresent(job -> terminal.err().println(job.getMessage()));
      return FAILED;
    }
    if (isDebugging) {
      failure.printStackTrace(terminal.err());
    }
    Optional<UserError> mistake = Failure.cause(failure, UserError.class);
    if (mistake.isPresent()) {
      terminal.err().println(mistake.get().getMessage());
      return MISTAKE;
    }
    LoggerFactory.getLogger(CommandLineApp.class).error("Cannot finish {}", command, failure);
    terminal.err().println(Failure.line(command, failure) + logHint());
    return FAILED;
  }

  /** The launcher and the log's configuration agree on this property. */
  private static String logHint() {
    return Optional.ofNullable(System.getProperty("tributary.log"))
        .map(file -> " (more in " + file + ")")
        .orElse("");
  }

  private String help(CommandLine command) {
    command.setUsageHelpWidth(Math.min(WIDEST_HELP, Math.max(80, terminal.width())));
    return command.getUsageMessage(terminal.isInteractive() ? Ansi.AUTO : Ansi.OFF);
  }

  private static String lines(List<String> problems) {
    return String.join(System.lineSeparator(), problems) + System.lineSeparator();
  }
}
