package tributary.input;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import tributary.script.Script.Statement;

/**
 * A mapping with the tables declared before it.
 *
 * @param tables in the file's order; the first holds the input lines
 * @param declared each table's options as declared, by the table's name
 * @param select the mapping
 */
record ProfilePart(
    List<FileTable> tables, Map<String, Map<String, String>> declared, Statement select) {
  ProfilePart {
    tables = List.copyOf(tables);
    declared = Map.copyOf(declared);
    requireNonNull(select, "select is null");
  }

  /** The table whose lines are the input lines. */
  FileTable input() {
    return tables.get(0);
  }

  Map<String, String> declaredOptions(FileTable table) {
    return declared.get(table.name());
  }
}
