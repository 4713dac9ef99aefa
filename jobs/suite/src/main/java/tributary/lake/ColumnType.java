package tributary.lake;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** A contract's names of types and what they are in Iceberg. */
final class ColumnType {
  static final String EXPECTED =
      "string, long, int, double, boolean, date, timestamp, binary, fixed(n) or decimal(p,s)";
  private static final Map<String, Type> SIMPLE =
      Map.of(
          "string", Types.StringType.get(),
          "long", Types.LongType.get(),
          "int", Types.IntegerType.get(),
          "double", Types.DoubleType.get(),
          "boolean", Types.BooleanType.get(),
          "date", Types.DateType.get(),
          "timestamp", Types.TimestampType.withoutZone(),
          "binary", Types.BinaryType.get());
  private static final Pattern FIXED = Pattern.compile("fixed\\(\\s*(\\d{1,6})\\s*\\)");
  private static final Pattern DECIMAL =
      Pattern.compile("decimal\\(\\s*(\\d{1,2})\\s*,\\s*(\\d{1,2})\\s*\\)");

  private ColumnType() {}

  static Optional<Type> parse(String text) {
    if (SIMPLE.containsKey(text)) {
      return Optional.of(SIMPLE.get(text));
    }
    Matcher fixed = FIXED.matcher(text);
    if (fixed.matches()) {
      return Optional.of(Types.FixedType.ofLength(Integer.parseInt(fixed.group(1))));
    }
    Matcher decimal = DECIMAL.matcher(text);
    return decimal.matches()
        ? decimal(Integer.parseInt(decimal.group(1)), Integer.parseInt(decimal.group(2)))
        : Optional.empty();
  }

  private static Optional<Type> decimal(int precision, int scale) {
    boolean isValid = precision >= 1 && precision <= 38 && scale <= precision;
    return isValid ? Optional.of(Types.DecimalType.of(precision, scale)) : Optional.empty();
  }

  /** The contract's name of a stored type; Iceberg's own where contracts have none. */
  static String nameOf(Type type) {
    return switch (type.typeId()) {
      case DECIMAL -> {
        Types.DecimalType decimal = (Types.DecimalType) type;
        yield "decimal(" + decimal.precision() + "," + decimal.scale() + ")";
      }
      case FIXED -> "fixed(" + ((Types.FixedType) type).length() + ")";
      default -> type.toString();
    };
  }
}
