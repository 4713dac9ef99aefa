package tributary.app;

import java.util.List;
import org.apache.flink.table.operations.DescribeCatalogOperation;
import org.apache.flink.table.operations.DescribeTableOperation;
import org.apache.flink.table.operations.ExplainOperation;
import org.apache.flink.table.operations.ModifyOperation;
import org.apache.flink.table.operations.NopOperation;
import org.apache.flink.table.operations.Operation;
import org.apache.flink.table.operations.QueryOperation;
import org.apache.flink.table.operations.ShowOperation;
import org.apache.flink.table.operations.UseOperation;
import org.apache.flink.table.operations.ddl.CreateViewOperation;
import org.apache.flink.table.operations.ddl.DropViewOperation;

/** Which parsed statements leave the lake as it is: those known to, and no others. */
final class StatementGuard {
  private static final List<Class<? extends Operation>> HARMLESS =
      List.of(
          QueryOperation.class,
          ShowOperation.class,
          DescribeTableOperation.class,
          DescribeCatalogOperation.class,
          ExplainOperation.class,
          UseOperation.class,
          NopOperation.class);

  private StatementGuard() {}

  static boolean onlyReads(Operation operation) {
    if (operation instanceof ModifyOperation) {
      return false;
    }
    if (operation instanceof CreateViewOperation view) {
      return view.isTemporary();
    }
    if (operation instanceof DropViewOperation view) {
      return view.isTemporary();
    }
    return HARMLESS.stream().anyMatch(kind -> kind.isInstance(operation));
  }
}
