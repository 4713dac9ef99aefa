package tributary.lake;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Objects;
import org.apache.iceberg.PartitionField;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.types.Type;

/** The rows of whole partitions, as a filter on the column that partitions them. */
final class PartitionFilter {
  private PartitionFilter() {}

  /**
   * A filter for partitions.
   *
   * @param values for year, month and day partitions the first day of each as a LocalDate; for
   *     identity partitions the values; null for rows without one
   */
  static Expression of(TableName name, Table table, String column, Collection<?> values) {
    String transform = transformOf(name, table, column);
    Type type = table.schema().findType(column);
    return values.stream()
        .map(
            value ->
                value == null ? Expressions.isNull(column) : filter(transform, column, type, value))
        .reduce(Expressions.alwaysFalse(), Expressions::or);
  }

  private static String transformOf(TableName name, Table table, String column) {
    return table.spec().fields().stream()
        .filter(field -> column.equals(table.schema().findColumnName(field.sourceId())))
        .map(PartitionField::transform)
        .map(Objects::toString)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Cannot clear partitions of %s by %s: it is not partitioned by that column"
                        .formatted(name, column)));
  }

  private static Expression filter(String transform, String column, Type type, Object value) {
    if (transform.equals("identity")) {
      return Expressions.equal(column, literal(type, value));
    }
    if (!(value instanceof LocalDate first)) {
      throw new IllegalArgumentException(
          "Invalid %s of partition column %s: %s, expected a LocalDate"
              .formatted(transform, column, value));
    }
    LocalDate next = next(transform, column, first);
    return Expressions.and(
        Expressions.greaterThanOrEqual(column, literal(type, first)),
        Expressions.lessThan(column, literal(type, next)));
  }

  private static LocalDate next(String transform, String column, LocalDate first) {
    boolean isFirst =
        switch (transform) {
          case "year" -> first.getDayOfYear() == 1;
          case "month" -> first.getDayOfMonth() == 1;
          default -> true;
        };
    if (!isFirst) {
      throw new IllegalArgumentException(
          "Invalid %s of partition column %s: %s, expected its first day"
              .formatted(transform, column, first));
    }
    return switch (transform) {
      case "year" -> first.plusYears(1);
      case "month" -> first.plusMonths(1);
      case "day" -> first.plusDays(1);
      default ->
          throw new IllegalArgumentException(
              "Cannot clear partitions of column %s: %s has no dates".formatted(column, transform));
    };
  }

  private static Object literal(Type type, Object value) {
    if (value instanceof LocalDate date) {
      return type.typeId() == Type.TypeID.TIMESTAMP
          ? date.atStartOfDay().format(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          : date.toString();
    }
    return value;
  }
}
