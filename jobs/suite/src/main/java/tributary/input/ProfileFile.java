package tributary.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.TableEnvironment;
import tributary.config.UserError;
import tributary.script.Script.Statement;
import tributary.script.SqlLibrary;

/**
 * A profile's SQL file, taken apart.
 *
 * @param name of the profile
 * @param file the SQL file, for messages
 * @param tables in the file's order; the first holds the transactions
 * @param declared each table's options as declared, by the table's name
 * @param select the mapping
 */
record ProfileFile(
    String name,
    String file,
    List<FileTable> tables,
    Map<String, Map<String, String>> declared,
    Statement select) {
  private static final String FOLDER = "sources";
  private static final String ENDING = ".sql";

  ProfileFile {
    tables = List.copyOf(tables);
    declared = Map.copyOf(declared);
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

  Map<String, String> declaredOptions(FileTable table) {
    return declared.get(table.name());
  }

  /**
   * The mapping, its file tables being registered already.
   *
   * @throws UserError naming the file and line, when it is not one
   */
  Table mapped(TableEnvironment env) {
    ProfileParser parser = new ProfileParser(name, file);
    Table mapped = parser.understood(select, () -> env.sqlQuery(select.text()));
    try {
      CanonicalColumns.check(mapped.getResolvedSchema());
      return mapped;
    } catch (UserError e) {
      throw parser.cannotUse(select.line(), e.getMessage());
    }
  }
}
