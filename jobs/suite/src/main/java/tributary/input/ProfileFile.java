package tributary.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.TableEnvironment;
import tributary.config.UserError;
import tributary.script.SqlLibrary;

/**
 * A profile's SQL file, taken apart.
 *
 * @param name of the profile
 * @param file the SQL file, for messages
 * @param parts in the file's order
 */
record ProfileFile(String name, String file, List<ProfilePart> parts) {
  private static final String FOLDER = "sources";
  private static final String ENDING = ".sql";

  ProfileFile {
    parts = List.copyOf(parts);
  }

  /** An environment in which profiles are understood, and nothing runs. */
  static TableEnvironment environment() {
    return TableEnvironment.create(EnvironmentSettings.inBatchMode());
  }

  static List<String> names(SqlLibrary library) {
    return library.names(FOLDER, ENDING).stream()
        .map(name -> name.substring(FOLDER.length() + 1, name.length() - ENDING.length()))
        .toList();
  }

  /**
   * @throws UserError naming the file and line, when it is not a profile
   */
  static ProfileFile read(SqlLibrary library, String nameOrPath) {
    String name = nameOrPath;
    String file = FOLDER + "/" + nameOrPath + ENDING;
    String text;
    if (nameOrPath.endsWith(ENDING)) {
      Path path = Path.of(nameOrPath);
      name = path.getFileName().toString().replace(ENDING, "");
      file = nameOrPath;
      text = text(path);
    } else if (names(library).contains(nameOrPath)) {
      text = library.text(file);
    } else {
      throw new UserError(
          "Cannot find the source profile %s: it is none of %s, and no path to a .sql file"
              .formatted(nameOrPath, String.join(", ", names(library))));
    }
    return new ProfileParser(name, file).parse(text);
  }

  private static String text(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UserError(
          "Cannot read the source profile %s: no readable text is there".formatted(path), e);
    }
  }

  /** The tables of all parts. */
  List<FileTable> tables() {
    return parts.stream().flatMap(part -> part.tables().stream()).toList();
  }

  /**
   * The parts by what they are of, the file tables being registered already.
   *
   * @throws UserError naming the file and line, when a mapping is none, or there are two of a kind
   */
  Map<Content, ProfilePart> partsByContent(TableEnvironment env) {
    ProfileParser parser = new ProfileParser(name, file);
    Map<Content, ProfilePart> byContent = new EnumMap<>(Content.class);
    for (ProfilePart part : parts) {
      try {
        Content content = Content.of(mapped(env, part).getResolvedSchema());
        if (byContent.put(content, part) != null) {
          throw new UserError(
              "the SELECT gives %s as another one does before it"
                  .formatted(content.name().toLowerCase(Locale.ROOT)));
        }
      } catch (UserError e) {
        throw parser.cannotUse(part.select().line(), e.getMessage());
      }
    }
    return byContent;
  }

  /** What a part maps its lines to, its file tables being registered already. */
  Table mapped(TableEnvironment env, ProfilePart part) {
    return new ProfileParser(name, file)
        .understood(part.select(), () -> env.sqlQuery(part.select().text()));
  }
}
