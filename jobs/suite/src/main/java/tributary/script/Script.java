package tributary.script;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The statements of one SQL file. A placeholder is {@code ${name}}; binding replaces it by a
 * literal of the value's type, so that a value can never become SQL.
 *
 * @param name the file's name, for messages
 * @param statements in the file's order, without their semicolons
 * @param views where the views are that it may read
 */
public record Script(String name, List<Statement> statements, Views views) {
  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .appendPattern("yyyy-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
          .toFormatter(Locale.ROOT);
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-z_]+)}");

  public Script {
    requireNonNull(name, "name is null");
    statements = List.copyOf(statements);
    requireNonNull(views, "views is null");
  }

  /** One that reads no views. */
  public Script(String name, List<Statement> statements) {
    this(name, statements, Views.NONE);
  }

  /**
   * One statement.
   *
   * @param text as written, trimmed
   * @param line the line of the file on which it begins, from 1
   */
  public record Statement(String text, int line) {}

  /** A name to be written into SQL as an identifier, quoted. */
  public record Identifier(String name) {
    public String quoted() {
      return Stream.of(name.split("\\."))
          .map(part -> "`" + part.replace("`", "``") + "`")
          .collect(Collectors.joining("."));
    }
  }

  /** A row of values. */
  public record Tuple(List<?> values) {
    public static Tuple of(Object... values) {
      return new Tuple(List.of(values));
    }
  }

  /** SQL written by the project or the user, to be inserted as it is. */
  public record Fragment(String sql) {}

  /**
   * @throws IllegalArgumentException when a quote or comment never ends
   */
  public static Script parse(String name, String text) {
    return new Script(name, new StatementSplitter(name, text).split());
  }

  /**
   * Replaces every placeholder.
   *
   * @throws IllegalArgumentException when a placeholder has no value
   */
  public Script bind(Map<String, ?> values) {
    List<Statement> bound = new ArrayList<>();
    for (Statement statement : statements) {
      Matcher matcher = PLACEHOLDER.matcher(statement.text());
      String text =
          matcher.replaceAll(match -> Matcher.quoteReplacement(literal(match.group(1), values)));
      bound.add(new Statement(text, statement.line()));
    }
    return new Script(name, bound, views);
  }

  /**
   * The statement of a script of one, such as a query.
   *
   * @throws IllegalArgumentException when there is none, or another
   */
  public Statement only() {
    if (statements.size() != 1) {
      throw new IllegalArgumentException(
          "Cannot run %s: it has %s statements, expected one".formatted(name, statements.size()));
    }
    return statements.get(0);
  }

  Script within(Views others) {
    return new Script(name, statements, others);
  }

  /** One query that unites the rows of several of a library, each a script of a single SELECT. */
  public static Script unionAll(String name, List<Script> queries) {
    String text =
        queries.stream()
            .map(query -> query.only().text())
            .collect(Collectors.joining(" UNION ALL "));
    return new Script(name, List.of(new Statement(text, 1)), queries.get(0).views());
  }

  private String literal(String placeholder, Map<String, ?> values) {
    if (!values.containsKey(placeholder)) {
      throw new IllegalArgumentException(
          "Cannot run %s: no value for its placeholder ${%s}".formatted(name, placeholder));
    }
    return literal(values.get(placeholder));
  }

  private static String literal(Object value) {
    if (value == null) {
      return "NULL";
    }
    if (value instanceof Identifier identifier) {
      return identifier.quoted();
    }
    if (value instanceof Fragment fragment) {
      return fragment.sql();
    }
    if (value instanceof Condition condition) {
      return condition.sql();
    }
    if (value instanceof Tuple tuple) {
      return "(" + literal(tuple.values()) + ")";
    }
    if (value instanceof Collection<?> several) {
      return several.stream().map(Script::literal).collect(Collectors.joining(", "));
    }
    if (value instanceof Boolean truth) {
      return truth ? "TRUE" : "FALSE";
    }
    if (value instanceof Number) {
      return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }
    if (value instanceof LocalDate) {
      return "DATE '" + value + "'";
    }
    if (value instanceof LocalDateTime time) {
      return "TIMESTAMP '" + TIMESTAMP.format(time) + "'";
    }
    if (value instanceof String text) {
      return "'" + text.replace("'", "''") + "'";
    }
    throw new IllegalArgumentException(
        "Invalid placeholder value of type " + value.getClass().getName() + ": " + value);
  }
}
