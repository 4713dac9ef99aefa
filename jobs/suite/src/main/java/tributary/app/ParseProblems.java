package tributary.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import tributary.config.IngestSettings;
import tributary.config.Suggestion;

/** What is wrong with a command line before any setting is read. */
final class ParseProblems {
  private ParseProblems() {}

  /**
   * One line per problem.
   *
   * @param chosen the innermost command that was recognised
   */
  static List<String> lines(ParseResult chosen) {
    CommandSpec command = chosen.commandSpec();
    List<String> lines = new ArrayList<>();
    for (Exception error : chosen.errors()) {
      if (!(error instanceof UnmatchedArgumentException)) {
        lines.add(error.getMessage().lines().findFirst().orElseThrow());
      }
    }
    boolean isAfterOption = false;
    for (String word : chosen.unmatched()) {
      boolean isOption = word.startsWith("-") && word.length() > 1;
      if (isOption) {
        lines.add(unknownOption(command, word.split("=", 2)[0]));
      } else if (!isAfterOption) {
        lines.add(unknownWord(command, word));
      }
      // The word after an unknown option is taken for its value.
      isAfterOption = isOption && !word.contains("=");
    }
    return lines;
  }

  private static String unknownOption(CommandSpec command, String option) {
    List<String> known = command.options().stream().map(OptionSpec::longestName).toList();
    return "Unknown option %s%s".formatted(option, hint(option, known, command));
  }

  private static String unknownWord(CommandSpec command, String word) {
    if (!command.subcommands().isEmpty()) {
      return "Unknown command %s%s"
          .formatted(word, hint(word, command.subcommands().keySet(), command));
    }
    boolean readsFiles = command.findOption(IngestSettings.INPUT.flag()) != null;
    return "Unexpected argument '%s'%s"
        .formatted(word, readsFiles ? "; quote a pattern, as in --input 'sales/*.csv'" : "");
  }

  private static String hint(String wrong, Collection<String> known, CommandSpec command) {
    String suggestion = Suggestion.sentence(wrong, known);
    return suggestion.isEmpty()
        ? "; '%s --help' lists what there is".formatted(command.qualifiedName(" "))
        : suggestion;
  }
}
