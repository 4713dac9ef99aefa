package tributary.script;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tributary.config.UserError;

/**
 * The project's SQL files: those in the job jar, or those of a directory that a user edits. {@code
 * NAMESPACE/views/VIEW.sql} is the query of a view, {@code NAMESPACE/views/VIEW/VARIANT.sql} one of
 * several that a job chooses from, and {@code NAMESPACE/files/TABLE.sql} defines a table of files
 * that jobs hand to each other.
 */
public final class SqlLibrary {
  private static final String ROOT = "sql";
  private static final Pattern DEFINITION =
      Pattern.compile("\\w+/(?<kind>views|files)/(?<name>\\w+)(?:/(?<variant>\\w+))?\\.sql");

  private final Map<String, String> texts;
  private final Map<String, SortedMap<String, String>> definitions = new TreeMap<>();

  private SqlLibrary(Map<String, String> texts) {
    this.texts = Map.copyOf(texts);
    for (String file : new TreeMap<>(texts).keySet()) {
      Matcher found = DEFINITION.matcher(file);
      if (found.matches()) {
        String variant = requireNonNullElse(found.group("variant"), "");
        add(found.group("name"), variant, file);
      }
    }
  }

  private void add(String name, String variant, String file) {
    SortedMap<String, String> files = definitions.computeIfAbsent(name, key -> new TreeMap<>());
    boolean isAnother = files.containsKey("") || variant.isEmpty() && !files.isEmpty();
    if (isAnother || files.containsKey(variant)) {
      throw new UserError(
          "Cannot read %s: %s defines %s too; rename one"
              .formatted(file, files.get(files.firstKey()), name));
    }
    files.put(variant, file);
  }

  /** The files packed into the job jar. */
  public static SqlLibrary bundled() {
    try {
      URI uri =
          requireNonNull(SqlLibrary.class.getClassLoader().getResource(ROOT), "no sql in the jar")
              .toURI();
      if (!uri.getScheme().equals("jar")) {
        return in(Path.of(uri));
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return in(jar.getPath(ROOT));
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Cannot read the SQL files of the job jar", e);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the SQL files of the job jar", e);
    }
  }

  /**
   * The files below a directory that a user may edit; names are relative to it, with forward
   * slashes.
   *
   * @throws UserError when one is of a version that had views beside tables: it would not be read
   */
  public static SqlLibrary at(Path directory) {
    SqlLibrary library = in(directory);
    library.definitions.forEach(
        (name, files) -> {
          String file = files.get(files.firstKey());
          String before = file.split("/")[0] + "/" + name + ".sql";
          if (!isOfWorkFiles(file) && library.texts.containsKey(before)) {
            throw new UserError(
                "Cannot read %s: views are in %s now; put what you changed there, and remove it"
                    .formatted(directory.resolve(before), file));
          }
        });
    return library;
  }

  private static SqlLibrary in(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return new SqlLibrary(
          files
              .filter(Files::isRegularFile)
              .filter(file -> file.toString().matches(".*\\.(sql|yml)"))
              .collect(
                  Collectors.toMap(
                      file -> directory.relativize(file).toString().replace('\\', '/'),
                      SqlLibrary::read)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the SQL files of " + directory, e);
    }
  }

  /**
   * @param name such as {@code curated/sales.sql}
   * @throws IllegalArgumentException when there is no such file
   */
  public String text(String name) {
    String text = texts.get(name);
    if (text == null) {
      throw new IllegalArgumentException("Cannot find the SQL file " + name);
    }
    return text;
  }

  public Script script(String name) {
    return Script.parse(name, text(name));
  }

  /** The scripts with values in the place of their placeholders, and the views that they read. */
  public BoundLibrary bind(Map<String, ?> values) {
    return new BoundLibrary(this, values, Map.of());
  }

  /** The files that define each view or table of work files, by variant; "" where there is one. */
  public Map<String, SortedMap<String, String>> definitions() {
    return Collections.unmodifiableMap(definitions);
  }

  /**
   * @throws IllegalArgumentException when none of its variants was chosen
   */
  Optional<String> definitionFile(String name, Optional<String> variant) {
    SortedMap<String, String> files = definitions.get(name);
    if (files == null) {
      return Optional.empty();
    }
    String file = files.get(variant.orElse(""));
    if (file == null) {
      throw new IllegalArgumentException(
          "Cannot define the view %s: choose one of its variants %s"
              .formatted(name, files.keySet()));
    }
    return Optional.of(file);
  }

  static boolean isOfWorkFiles(String file) {
    Matcher found = DEFINITION.matcher(file);
    return found.matches() && found.group("kind").equals("files");
  }

  /** Every file's text by its name, sorted. */
  public SortedMap<String, String> texts() {
    return new TreeMap<>(texts);
  }

  /** Names of the files with this ending below a folder, sorted. */
  public List<String> names(String folder, String ending) {
    String prefix = folder.isEmpty() ? "" : folder + "/";
    return texts.keySet().stream()
        .filter(name -> name.startsWith(prefix) && name.endsWith(ending))
        .sorted()
        .toList();
  }

  private static String read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
