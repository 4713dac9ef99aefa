package tributary.publish;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tributary.config.PublishSettings;
import tributary.config.Suggestion;
import tributary.config.UserError;
import tributary.lake.TableContract;
import tributary.lake.TableName;
import tributary.script.SqlLibrary;

/** Every table's contract. */
public final class Contracts {
  private final Map<TableName, TableContract> byTable;

  private Contracts(Map<TableName, TableContract> byTable) {
    this.byTable = byTable;
  }

  /** Reads the {@code .yml} files in the folders of a library. */
  public static Contracts load(SqlLibrary library) {
    Map<TableName, TableContract> byTable = new TreeMap<>();
    library.names("", ".yml").stream()
        .filter(file -> file.contains("/"))
        .map(file -> TableContract.parse(file, library.text(file)))
        .forEach(contract -> byTable.put(contract.table(), contract));
    return new Contracts(byTable);
  }

  /**
   * @throws UserError when the settings name a check that no contract has
   */
  void requireChecks(PublishSettings settings) {
    Set<String> known = new TreeSet<>();
    for (TableContract contract : byTable.values()) {
      for (String name : AuditPlan.checkNames(contract)) {
        known.add(name);
        known.add(contract.table() + "." + name);
      }
    }
    List<String> unknown =
        Stream.concat(settings.limits().keySet().stream(), settings.accepted().stream())
            .filter(name -> !known.contains(name))
            .map(
                name ->
                    "Invalid name of a check: there is no %s%s"
                        .formatted(name, Suggestion.sentence(name, known)))
            .toList();
    if (!unknown.isEmpty()) {
      throw new UserError(String.join("\n", unknown));
    }
  }

  /** In the order of the tables' names. */
  public Collection<TableContract> all() {
    return byTable.values();
  }

  /**
   * @throws IllegalArgumentException when the table has no contract
   */
  public TableContract of(TableName table) {
    TableContract contract = byTable.get(table);
    if (contract == null) {
      throw new IllegalArgumentException("Cannot find the contract of " + table);
    }
    return contract;
  }
}
