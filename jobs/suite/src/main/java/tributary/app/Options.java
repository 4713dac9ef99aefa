package tributary.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import tributary.config.Setting;

/** Settings as options of the command line: all are texts there, and are read by the settings. */
final class Options {
  private Options() {}

  static void add(CommandSpec command, List<Setting<?>> settings) {
    for (Setting<?> setting : settings) {
      switch (setting.form()) {
        case VALUE -> command.addOption(option(setting).arity("1").type(String.class).build());
        case SWITCH -> command.addOption(option(setting).arity("0").type(boolean.class).build());
        case REPEATED ->
            command.addOption(
                option(setting).arity("1").type(List.class).auxiliaryTypes(String.class).build());
        case ARGUMENT -> command.addPositional(argument(setting));
        case SECRET -> {}
      }
    }
  }

  /** What the command line says, by setting name. */
  static Map<String, List<String>> given(List<Setting<?>> settings, ParseResult parsed) {
    Map<String, List<String>> given = new LinkedHashMap<>();
    for (Setting<?> setting : settings) {
      String label = setting.flag();
      if (setting.form() == Setting.Form.SWITCH && parsed.hasMatchedOption(label)) {
        given.put(setting.name(), List.of("true"));
      } else if (setting.form() == Setting.Form.ARGUMENT) {
        List<String> texts = texts(parsed.matchedPositionals());
        if (!texts.isEmpty()) {
          given.put(setting.name(), texts);
        }
      } else if (setting.form() != Setting.Form.SECRET && parsed.hasMatchedOption(label)) {
        given.put(setting.name(), texts(List.of(parsed.matchedOption(label))));
      }
    }
    return given;
  }

  private static List<String> texts(List<? extends ArgSpec> specs) {
    List<String> texts = new ArrayList<>();
    specs.forEach(spec -> texts.addAll(spec.originalStringValues()));
    return texts;
  }

  private static OptionSpec.Builder option(Setting<?> setting) {
    return OptionSpec.builder(setting.flag())
        .paramLabel(setting.label())
        .description(description(setting));
  }

  private static PositionalParamSpec argument(Setting<?> setting) {
    return PositionalParamSpec.builder()
        .index("0")
        .arity("0..1")
        .type(String.class)
        .paramLabel(setting.label())
        .description(description(setting))
        .build();
  }

  private static String description(Setting<?> setting) {
    String said = setting.description().replace("%", "%%");
    String sentence = Character.toUpperCase(said.charAt(0)) + said.substring(1);
    return setting.form() == Setting.Form.SWITCH
        ? sentence + "."
        : setting
            .defaultText()
            .map(text -> sentence + " (default: " + text + ").")
            .orElse(sentence + ".");
  }
}
