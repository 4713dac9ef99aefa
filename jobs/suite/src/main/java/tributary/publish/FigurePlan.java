package tributary.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import tributary.lake.Figure;
import tributary.lake.TableContract;
import tributary.lake.TableName;
import tributary.script.Script;
import tributary.script.Script.Fragment;
import tributary.script.Script.Identifier;
import tributary.script.SqlLibrary;

/** The queries for what is plausible of many tables, each by itself. */
final class FigurePlan {
  private final SqlLibrary library;
  private final ToLongFunction<TableName> rows;
  private final List<Judged> figures = new ArrayList<>();
  private final List<Script> queries = new ArrayList<>();

  /**
   * @param rows how many rows a table has
   */
  FigurePlan(SqlLibrary library, ToLongFunction<TableName> rows) {
    this.library = library;
    this.rows = rows;
  }

  /**
   * One figure of one table.
   *
   * @param number its number within one audit, which no check or comparison has
   */
  record Judged(int number, TableName table, Figure figure) {}

  void add(TableContract contract) {
    Identifier table = new Identifier(contract.table().toString());
    for (Figure figure : contract.checks().figures()) {
      int number = Integer.MIN_VALUE + figures.size();
      figures.add(new Judged(number, contract.table(), figure));
      if (figure.fewest() > 0 && rows.applyAsLong(contract.table()) < figure.fewest()) {
        continue;
      }
      Script measure = library.script(figure.measure()).bind(Map.of("audited", table));
      Fragment text = new Fragment(measure.statements().get(0).text());
      queries.add(
          library.script("checks/measure.sql").bind(Map.of("check_id", number, "measure", text)));
    }
  }

  List<Judged> figures() {
    return List.copyOf(figures);
  }

  /** Give (check number, label, figure, nothing) for each figure that says something. */
  List<Script> queries() {
    return List.copyOf(queries);
  }
}
