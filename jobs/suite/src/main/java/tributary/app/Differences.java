package tributary.app;

import java.util.List;
import java.util.Locale;
import org.apache.flink.types.Row;
import tributary.publish.TableDifference;

/** Shows how two states of the lake differ. */
final class Differences {
  private Differences() {}

  /** A line for each table, in the order of their names. */
  static void show(List<TableDifference> differences, Terminal terminal) {
    TextTableWriter table =
        new TextTableWriter(
            List.of(
                new ResultColumn("table", false),
                new ResultColumn("added", true),
                new ResultColumn("removed", true),
                new ResultColumn("changed", true),
                new ResultColumn("for example", false)),
            terminal);
    for (TableDifference difference : differences) {
      table.write(
          Row.of(
              difference.table().toString(),
              String.format(Locale.ROOT, "%,d", difference.added()),
              String.format(Locale.ROOT, "%,d", difference.removed()),
              String.format(Locale.ROOT, "%,d", difference.changed()),
              difference.example()));
    }
    table.finish();
  }

  /** Rows that differ, of all tables. */
  static long count(List<TableDifference> differences) {
    return differences.stream()
        .mapToLong(each -> each.added() + each.removed() + each.changed())
        .sum();
  }
}
