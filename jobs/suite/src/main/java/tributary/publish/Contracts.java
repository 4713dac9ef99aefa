package tributary.publish;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import tributary.lake.TableContract;
import tributary.lake.TableName;
import tributary.script.SqlLibrary;

/** Every table's contract. */
public final class Contracts {
  private final Map<TableName, TableContract> byTable;

  private Contracts(Map<TableName, TableContract> byTable) {
    this.byTable = byTable;
  }

  /** Reads the {@code .yml} files of a library. */
  public static Contracts load(SqlLibrary library) {
    Map<TableName, TableContract> byTable = new TreeMap<>();
    for (String file : library.names("", ".yml")) {
      TableContract contract = TableContract.parse(file, library.text(file));
      byTable.put(contract.table(), contract);
    }
    return new Contracts(byTable);
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
