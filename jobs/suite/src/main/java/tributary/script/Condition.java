package tributary.script;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A condition on rows of a table: SQL that the project writes, with placeholders for its values, of
 * which none can become SQL.
 */
public final class Condition {
  /** Holds for every row. */
  public static final Condition ALL = of("TRUE", Map.of());

  /** Holds for no row. */
  public static final Condition NONE = of("FALSE", Map.of());

  private final String sql;

  private Condition(String sql) {
    this.sql = requireNonNull(sql, "sql is null");
  }

  /**
   * @param sql with placeholders, as in {@code source = ${source}}
   * @param values as of {@link Script#bind}
   */
  public static Condition of(String sql, Map<String, ?> values) {
    Script bound = Script.parse("a condition", sql).bind(values);
    return new Condition(bound.statements().get(0).text());
  }

  /** Holds where one of several does; none where there are none. */
  public static Condition anyOf(Collection<Condition> several) {
    return several.isEmpty()
        ? NONE
        : new Condition(
            several.stream().map(Condition::inBrackets).collect(Collectors.joining(" OR ")));
  }

  /** Holds where both do. */
  public Condition and(Condition other) {
    return new Condition(inBrackets() + " AND " + other.inBrackets());
  }

  /** Holds where this is false; like it, not where it is unknown. */
  public Condition not() {
    return new Condition("NOT " + inBrackets());
  }

  private String inBrackets() {
    return "(" + sql + ")";
  }

  /** As it stands behind WHERE. */
  String sql() {
    return sql;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Condition condition && sql.equals(condition.sql);
  }

  @Override
  public int hashCode() {
    return sql.hashCode();
  }

  @Override
  public String toString() {
    return sql;
  }
}
