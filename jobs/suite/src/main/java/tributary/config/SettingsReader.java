package tributary.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads settings: a flag wins over an environment variable, that over the configuration file, that
 * over the default. What is wrong is collected, so that the user sees all of it at once; until
 * {@link #throwIfAny} the value of a wrong setting is its default, or null without one.
 */
public final class SettingsReader {
  /** The configuration file to read. */
  public static final Setting<Path> CONFIG =
      Setting.of(
          "config",
          "FILE",
          ValueType.path(),
          "the configuration file, KEY = VALUE lines (default: tributary.properties, if there is one)");

  /** Where the launcher says that the SQL files are. */
  private static final String LAUNCHER_SQL = "tributary.sql";

  private final Map<String, List<String>> arguments;
  private final Map<String, String> environment;
  private final ConfigFile file;
  private final Set<String> problems = new LinkedHashSet<>();
  private final SortedMap<String, String> used = new TreeMap<>();

  private SettingsReader(
      Map<String, List<String>> arguments, Map<String, String> environment, ConfigFile file) {
    this.arguments = arguments;
    this.environment = environment;
    this.file = file;
  }

  /**
   * Reads the process's environment and the configuration file; nothing else in the project reads
   * either.
   *
   * @param arguments what the command line says, by setting name
   * @throws UserError when the configuration file cannot be read
   */
  public static SettingsReader ofProcess(Map<String, List<String>> arguments) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    String launcherSql = System.getProperty(LAUNCHER_SQL);
    if (launcherSql != null) {
      environment.putIfAbsent(PlaceSettings.SQL_DIRECTORY.variable(), launcherSql);
    }
    return of(arguments, environment, Path.of(""));
  }

  /**
   * @param directory where the default configuration file is looked for
   * @throws UserError when the configuration file cannot be read
   */
  public static SettingsReader of(
      Map<String, List<String>> arguments, Map<String, String> environment, Path directory) {
    requireNonNull(directory, "directory is null");
    SettingsReader first =
        new SettingsReader(Map.copyOf(arguments), Map.copyOf(environment), ConfigFile.none());
    Path standard = directory.resolve(ConfigFile.DEFAULT);
    Optional<Path> path =
        first.optional(CONFIG).or(() -> Optional.of(standard).filter(Files::isRegularFile));
    SettingsReader reader =
        new SettingsReader(
            first.arguments,
            first.environment,
            path.map(ConfigFile::read).orElseGet(ConfigFile::none));
    reader.checkNames();
    return reader;
  }

  /**
   * Reads settings as an earlier command recorded them, and nothing else.
   *
   * @param recorded what {@link #used} gave
   */
  public static SettingsReader recorded(Map<String, String> recorded) {
    ConfigFile record = new ConfigFile(Path.of("ops.run"), recorded, List.of());
    return new SettingsReader(Map.of(), Map.of(), record);
  }

  /** Reads nothing: every setting has its default, or is absent. */
  static SettingsReader ofDefaults() {
    return new SettingsReader(Map.of(), Map.of(), ConfigFile.none());
  }

  /** A setting that has a default or must be given. */
  public <T> T value(Setting<T> setting) {
    Optional<T> given = optional(setting);
    if (given.isPresent()) {
      return given.get();
    }
    Optional<String> defaultText = setting.defaultText();
    if (defaultText.isPresent()) {
      used.put(setting.name(), defaultText.get());
      return setting.type().parser().apply(defaultText.get());
    }
    if (!isGiven(setting)) {
      problem(
          "Missing %s: %s (or set %s)"
              .formatted(usage(setting), setting.description(), setting.variable()));
    }
    return null;
  }

  /** A setting that may be absent. */
  public <T> Optional<T> optional(Setting<T> setting) {
    Optional<Source> strongest = sources(setting).stream().findFirst();
    if (setting.form() != Setting.Form.SECRET) {
      strongest.ifPresent(source -> used.put(setting.name(), source.text()));
    }
    return strongest.flatMap(source -> parse(setting, source));
  }

  /**
   * The settings that were read so far, as texts by name: for the record of what was done. Secrets
   * and pairs, among which secrets may be, are left out, and so is what is not set.
   */
  public SortedMap<String, String> used() {
    return new TreeMap<>(used);
  }

  /** Pairs from all places: those of a stronger place win over equal keys of a weaker one. */
  public Map<String, String> pairs(Setting<Map<String, String>> setting) {
    Map<String, String> pairs = new LinkedHashMap<>(file.pairs(setting.name()));
    List<Source> sources = new ArrayList<>(sources(setting));
    Collections.reverse(sources);
    sources.forEach(source -> parse(setting, source).ifPresent(pairs::putAll));
    return pairs;
  }

  /** Those pairs that stand on the command line. */
  Map<String, String> argumentPairs(Setting<Map<String, String>> setting) {
    return sources(setting).stream()
        .findFirst()
        .filter(source -> source.name().equals(setting.flag()))
        .flatMap(source -> parse(setting, source))
        .orElseGet(Map::of);
  }

  /** Whether anybody set it. */
  public boolean isGiven(Setting<?> setting) {
    return !sources(setting).isEmpty();
  }

  /** Whether it stands on the command line. */
  boolean isArgument(Setting<?> setting) {
    return arguments.containsKey(setting.name());
  }

  /** Adds a problem that needs more than one setting to be seen; one line. */
  public void problem(String line) {
    problems.add(line);
  }

  /**
   * @throws UserError with every problem found so far, one line each
   */
  public void throwIfAny() {
    if (!problems.isEmpty()) {
      throw new UserError(String.join("\n", problems));
    }
  }

  /** Where a text comes from: the name that the user knows it by. */
  private record Source(String name, String text) {}

  /** The strongest first. */
  private List<Source> sources(Setting<?> setting) {
    List<Source> sources = new ArrayList<>();
    List<String> texts = arguments.get(setting.name());
    if (texts != null && setting.form() != Setting.Form.SECRET) {
      sources.add(new Source(setting.flag(), String.join(ValueType.SEPARATOR, texts)));
    }
    String variable = environment.get(setting.variable());
    if (variable != null && !variable.isBlank()) {
      sources.add(new Source(setting.variable(), variable));
    }
    String line = file.values().get(setting.name());
    if (line != null) {
      sources.add(new Source(setting.name() + " in " + file.path(), line));
    }
    return sources;
  }

  private <T> Optional<T> parse(Setting<T> setting, Source source) {
    try {
      return Optional.of(setting.type().parser().apply(source.text().trim()));
    } catch (IllegalArgumentException e) {
      problem("Invalid %s: %s".formatted(source.name(), e.getMessage()));
      return Optional.empty();
    }
  }

  private void checkNames() {
    Map<String, Setting<?>> known =
        Settings.all().stream().collect(Collectors.toMap(Setting::name, Function.identity()));
    for (String key : file.unknownKeys(known)) {
      problem(
          "Unknown key %s in %s%s"
              .formatted(key, file.path(), Suggestion.sentence(key, known.keySet())));
    }
    file.twice().forEach(key -> problem("Key %s stands twice in %s".formatted(key, file.path())));
    Set<String> variables =
        known.values().stream()
            .map(setting -> unprefixed(setting.variable()))
            .collect(Collectors.toSet());
    environment.keySet().stream()
        .filter(variable -> variable.startsWith(Setting.PREFIX))
        .map(SettingsReader::unprefixed)
        .filter(variable -> !variables.contains(variable))
        .sorted()
        .forEach(variable -> checkVariable(variable, variables));
  }

  /** The launcher and others have variables of that prefix too: only a near miss is a mistake. */
  private void checkVariable(String variable, Set<String> variables) {
    Suggestion.nearest(variable, variables)
        .map(Setting.PREFIX::concat)
        .ifPresent(
            name ->
                problem(
                    "Unknown environment variable %s%s; did you mean %s?"
                        .formatted(Setting.PREFIX, variable, name)));
  }

  private static String unprefixed(String variable) {
    return variable.substring(Setting.PREFIX.length());
  }

  private static String usage(Setting<?> setting) {
    return setting.form() == Setting.Form.VALUE
        ? setting.flag() + " " + setting.label()
        : setting.flag();
  }
}
