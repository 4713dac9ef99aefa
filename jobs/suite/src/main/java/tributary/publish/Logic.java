package tributary.publish;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.LogicalTypeFamily;
import org.apache.flink.table.types.logical.LogicalTypeRoot;

/** SQL's logic of three values, of which null is the unknown one, and its comparisons. */
final class Logic {
  private static final Set<LogicalTypeFamily> FAMILIES =
      EnumSet.of(LogicalTypeFamily.NUMERIC, LogicalTypeFamily.CHARACTER_STRING);
  private static final Set<LogicalTypeRoot> ROOTS =
      EnumSet.of(
          LogicalTypeRoot.BOOLEAN,
          LogicalTypeRoot.DATE,
          LogicalTypeRoot.TIMESTAMP_WITHOUT_TIME_ZONE);

  private Logic() {}

  static Boolean and(Boolean one, Boolean other) {
    if (Boolean.FALSE.equals(one) || Boolean.FALSE.equals(other)) {
      return false;
    }
    return one == null || other == null ? null : true;
  }

  static Boolean or(Boolean one, Boolean other) {
    if (Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other)) {
      return true;
    }
    return one == null || other == null ? null : false;
  }

  static Boolean not(Boolean one) {
    return one == null ? null : !one;
  }

  static boolean areComparable(LogicalType one, LogicalType other) {
    return FAMILIES.stream().anyMatch(family -> one.is(family) && other.is(family))
        || (one.getTypeRoot() == other.getTypeRoot() && ROOTS.contains(one.getTypeRoot()));
  }

  /** Compares two values of types that are comparable. */
  static Boolean compare(Object one, String operator, Object other) {
    if (one == null || other == null) {
      return null;
    }
    if (isReal(one) || isReal(other)) {
      return compare(number(one).doubleValue(), operator, number(other).doubleValue());
    }
    int order = order(one, other);
    return switch (operator) {
      case "=" -> order == 0;
      case "<>" -> order != 0;
      case "<" -> order < 0;
      case ">" -> order > 0;
      case "<=" -> order <= 0;
      default -> order >= 0;
    };
  }

  /** What is not a number is not even equal to itself. */
  private static boolean compare(double one, String operator, double other) {
    return switch (operator) {
      case "=" -> one == other;
      case "<>" -> one != other;
      case "<" -> one < other;
      case ">" -> one > other;
      case "<=" -> one <= other;
      default -> one >= other;
    };
  }

  private static boolean isReal(Object value) {
    return value instanceof Double || value instanceof Float;
  }

  private static int order(Object one, Object other) {
    if (one instanceof StringData text) {
      return text.compareTo((StringData) other);
    }
    if (one instanceof Boolean truth) {
      return truth.compareTo((Boolean) other);
    }
    if (one instanceof TimestampData time) {
      return time.compareTo((TimestampData) other);
    }
    if (one instanceof DecimalData || other instanceof DecimalData) {
      return decimal(one).compareTo(decimal(other));
    }
    return Long.compare(((Number) one).longValue(), ((Number) other).longValue());
  }

  private static Number number(Object value) {
    return value instanceof DecimalData decimal ? decimal.toBigDecimal() : (Number) value;
  }

  private static BigDecimal decimal(Object value) {
    Number number = number(value);
    return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(number.longValue());
  }
}
