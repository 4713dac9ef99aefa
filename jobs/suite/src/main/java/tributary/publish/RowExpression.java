package tributary.publish;

import java.io.Serializable;
import org.apache.flink.table.data.RowData;

/** What an expression comes to on one row, as Flink holds values; null as in SQL. */
@FunctionalInterface
interface RowExpression extends Serializable {
  Object of(RowData row);
}
