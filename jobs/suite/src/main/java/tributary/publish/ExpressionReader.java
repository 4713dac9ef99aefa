package tributary.publish;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.types.logical.BigIntType;
import org.apache.flink.table.types.logical.BooleanType;
import org.apache.flink.table.types.logical.DecimalType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.table.types.logical.VarCharType;

/**
 * Reads the simplest expressions of SQL: columns, texts and numbers, compared, with {@code IN},
 * {@code BETWEEN}, {@code IS NULL}, {@code NOT}, {@code AND}, {@code OR} and brackets, keywords in
 * capitals. They need no code to be generated; all others are left to SQL.
 */
final class ExpressionReader {
  private static final List<String> COMPARISONS = List.of("=", "<>", "<", ">", "<=", ">=");

  /** More of them may be too many for a number of 64 bits, or for the places of a decimal. */
  private static final int MOST_DIGITS = 18;

  private final RowType columns;
  private final ExpressionTokens tokens;

  private ExpressionReader(RowType columns, ExpressionTokens tokens) {
    this.columns = columns;
    this.tokens = tokens;
  }

  /** An expression and the type of what it comes to. */
  record Typed(LogicalType type, RowExpression value) {}

  /**
   * Reads an expression, if it is simple.
   *
   * @param columns of the rows
   */
  static Optional<Typed> read(String sql, RowType columns) {
    try {
      ExpressionReader reader = new ExpressionReader(columns, ExpressionTokens.of(sql));
      Typed read = reader.either();
      return reader.tokens.hasNext() ? Optional.empty() : Optional.of(read);
    } catch (NotSimpleException e) {
      return Optional.empty();
    }
  }

  private Typed either() {
    Typed first = both();
    while (tokens.accept("OR")) {
      RowExpression one = condition(first);
      RowExpression other = condition(both());
      first = condition(row -> Logic.or((Boolean) one.of(row), (Boolean) other.of(row)));
    }
    return first;
  }

  private Typed both() {
    Typed first = negated();
    while (tokens.accept("AND")) {
      RowExpression one = condition(first);
      RowExpression other = condition(negated());
      first = condition(row -> Logic.and((Boolean) one.of(row), (Boolean) other.of(row)));
    }
    return first;
  }

  private Typed negated() {
    return tokens.accept("NOT") ? not(negated()) : compared();
  }

  private Typed not(Typed typed) {
    RowExpression value = condition(typed);
    return condition(row -> Logic.not((Boolean) value.of(row)));
  }

  private Typed compared() {
    Typed left = single();
    if (tokens.accept("IS")) {
      boolean isNot = tokens.accept("NOT");
      tokens.expect("NULL");
      RowExpression value = left.value();
      return condition(row -> (value.of(row) == null) != isNot);
    }
    if (tokens.accept("NOT")) {
      return not(among(left));
    }
    String token = tokens.peek();
    if (COMPARISONS.contains(token)) {
      return compare(left, tokens.next(), single());
    }
    return List.of("IN", "BETWEEN").contains(token) ? among(left) : left;
  }

  private Typed among(Typed left) {
    if (tokens.accept("BETWEEN")) {
      RowExpression from = compare(left, ">=", single()).value();
      tokens.expect("AND");
      RowExpression to = compare(left, "<=", single()).value();
      return condition(row -> Logic.and((Boolean) from.of(row), (Boolean) to.of(row)));
    }
    tokens.expect("IN");
    tokens.expect("(");
    Typed any = compare(left, "=", single());
    while (tokens.accept(",")) {
      RowExpression one = any.value();
      RowExpression other = compare(left, "=", single()).value();
      any = condition(row -> Logic.or((Boolean) one.of(row), (Boolean) other.of(row)));
    }
    tokens.expect(")");
    return any;
  }

  private static Typed compare(Typed left, String operator, Typed right) {
    if (!Logic.areComparable(left.type(), right.type())) {
      throw new NotSimpleException();
    }
    RowExpression one = left.value();
    RowExpression other = right.value();
    return condition(row -> Logic.compare(one.of(row), operator, other.of(row)));
  }

  private Typed single() {
    if (tokens.accept("(")) {
      Typed inner = either();
      tokens.expect(")");
      return inner;
    }
    String token = tokens.next();
    if (token.startsWith("'")) {
      String text = token.substring(1, token.length() - 1).replace("''", "'");
      return new Typed(new VarCharType(false, VarCharType.MAX_LENGTH), row -> text(text));
    }
    if (!token.isEmpty() && Character.isDigit(token.charAt(0))) {
      return number(token);
    }
    return column(token.startsWith("`") ? token.substring(1, token.length() - 1) : token);
  }

  /** Flink's own values cannot be handed to tasks. */
  private static StringData text(String text) {
    return StringData.fromString(text);
  }

  private static DecimalData decimal(BigDecimal number) {
    return DecimalData.fromBigDecimal(number, 38, 18);
  }

  private static Typed number(String token) {
    if (token.length() > MOST_DIGITS) {
      throw new NotSimpleException();
    }
    if (token.contains(".")) {
      BigDecimal number = new BigDecimal(token);
      return new Typed(new DecimalType(38, 18), row -> decimal(number));
    }
    Long number = Long.valueOf(token);
    return new Typed(new BigIntType(false), row -> number);
  }

  private Typed column(String name) {
    int index = columns.getFieldIndex(name);
    if (index < 0) {
      throw new NotSimpleException();
    }
    LogicalType type = columns.getTypeAt(index);
    RowData.FieldGetter getter = RowData.createFieldGetter(type, index);
    return new Typed(type, getter::getFieldOrNull);
  }

  private static RowExpression condition(Typed typed) {
    if (!(typed.type() instanceof BooleanType)) {
      throw new NotSimpleException();
    }
    return typed.value();
  }

  private static Typed condition(RowExpression value) {
    return new Typed(new BooleanType(), value);
  }
}
