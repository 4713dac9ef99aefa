package tributary.app;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.apache.flink.table.catalog.ResolvedSchema;
import org.apache.flink.table.types.logical.LogicalTypeFamily;

/**
 * A column of a result.
 *
 * @param name as the query names it
 * @param isNumber whether its values are numbers
 */
record ResultColumn(String name, boolean isNumber) {
  ResultColumn {
    requireNonNull(name, "name is null");
  }

  static List<ResultColumn> of(ResolvedSchema schema) {
    return schema.getColumns().stream()
        .map(
            column ->
                new ResultColumn(
                    column.getName(),
                    column.getDataType().getLogicalType().is(LogicalTypeFamily.NUMERIC)))
        .toList();
  }
}
