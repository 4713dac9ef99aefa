package tributary.input;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A file table that a profile declares.
 *
 * @param name as declared
 * @param columns the names of its columns, as in the file's header
 * @param options its {@code WITH} clause
 * @param isInput whether each of its lines is an input line to be accounted for
 */
record FileTable(String name, List<String> columns, FileTableOptions options, boolean isInput) {
  FileTable {
    requireNonNull(name, "name is null");
    requireNonNull(options, "options is null");
    columns = List.copyOf(columns);
    options.check(columns);
  }
}
