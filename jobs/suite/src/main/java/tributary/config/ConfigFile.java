package tributary.config;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

/**
 * The configuration file: {@code key = value} lines as {@link Properties} reads them, in UTF-8. A
 * key is a setting's name; a setting of pairs may also be written one line per pair, as {@code
 * name.KEY = VALUE}.
 *
 * @param path for messages
 * @param values by key
 * @param twice keys that stand there more than once
 */
record ConfigFile(Path path, Map<String, String> values, Collection<String> twice) {
  static final Path DEFAULT = Path.of("tributary.properties");

  ConfigFile {
    requireNonNull(path, "path is null");
    values = Map.copyOf(values);
    twice = List.copyOf(twice);
  }

  static ConfigFile none() {
    return new ConfigFile(DEFAULT, Map.of(), List.of());
  }

  /**
   * @throws UserError when it cannot be read
   */
  static ConfigFile read(Path path) {
    Lines lines = new Lines();
    try (Reader in = Files.newBufferedReader(path)) {
      lines.load(in);
    } catch (CharacterCodingException e) {
      throw new UserError("Cannot read the configuration file %s: not UTF-8".formatted(path), e);
    } catch (IllegalArgumentException e) {
      throw new UserError(
          "Cannot read the configuration file %s: %s".formatted(path, e.getMessage()), e);
    } catch (IOException e) {
      String reason = Files.exists(path) ? e.getMessage() : "there is no such file";
      throw new UserError("Cannot read the configuration file %s: %s".formatted(path, reason), e);
    }
    return new ConfigFile(path, lines.values, lines.twice);
  }

  /** Every key that is neither a setting's name nor a pair of one. */
  List<String> unknownKeys(Map<String, Setting<?>> known) {
    return values.keySet().stream()
        .filter(key -> !known.containsKey(key) && !isPair(key, known))
        .sorted()
        .toList();
  }

  private static boolean isPair(String key, Map<String, Setting<?>> known) {
    int dot = key.indexOf('.');
    return dot > 0
        && known.containsKey(key.substring(0, dot))
        && known.get(key.substring(0, dot)).type().shape() == ValueType.Shape.MANY;
  }

  /** The pairs of a setting that are written one per line. */
  Map<String, String> pairs(String setting) {
    String prefix = setting + ".";
    Map<String, String> pairs = new LinkedHashMap<>();
    values.forEach(
        (key, value) -> {
          if (key.startsWith(prefix)) {
            pairs.put(key.substring(prefix.length()), value.trim());
          }
        });
    return pairs;
  }

  /** Properties keep the last of two equal keys and say nothing. */
  private static final class Lines extends Properties {
    private final transient Map<String, String> values = new LinkedHashMap<>();
    private final transient Collection<String> twice = new TreeSet<>();

    @Override
    public synchronized Object put(Object key, Object value) {
      if (values.put((String) key, (String) value) != null) {
        twice.add((String) key);
      }
      return null;
    }
  }
}
