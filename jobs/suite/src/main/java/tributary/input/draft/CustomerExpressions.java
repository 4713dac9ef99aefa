package tributary.input.draft;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a draft makes of the columns of a file of customers. */
final class CustomerExpressions {
  private static final int MOST_ATTRIBUTES = 40;

  /** Such as (k), (in k$), k\u20ac or (000s): no other word that begins or ends with a k. */
  private static final Pattern THOUSANDS =
      Pattern.compile(
          "[(\\[]\\s*(in )?(\\p{Sc}|eur|usd|gbp)?\\s*(k|'?000s?)\\s*(\\p{Sc}|eur|usd|gbp)?\\s*[)\\]]"
              + "|(?<!\\p{L})k\\p{Sc}|\\p{Sc}k(?!\\p{L})|(?<!\\p{L})(thousand|tausend|tsd)",
          Pattern.CASE_INSENSITIVE);

  private static final Map<String, Role> TEXTS =
      Map.of(
          "country", Role.COUNTRY,
          "gender", Role.GENDER,
          "education", Role.EDUCATION,
          "has_partner", Role.PARTNER);

  private final List<Column> columns;
  private final Mapping mapping;
  private final Traits traits;
  private final Refs refs;
  private final Drafted drafted;

  CustomerExpressions(List<Column> columns, Mapping mapping, Traits traits, Refs refs) {
    this.columns = columns;
    this.mapping = mapping;
    this.traits = traits;
    this.refs = refs;
    this.drafted = new Drafted(mapping);
    addCustomer();
    addText("country");
    addBirthYear();
    addNumber("age", Role.AGE);
    addText("gender");
    addText("education");
    addText("has_partner");
    addIncome();
    addNumber("children_at_home", Role.CHILDREN);
    addNumber("teenagers_at_home", Role.TEENAGERS);
    addEnrolled();
    addAttributes();
  }

  Drafted drafted() {
    return drafted;
  }

  private void addCustomer() {
    Column column = mapping.of(Role.CUSTOMER).orElseThrow();
    boolean isQuoted = column.share(value -> value.startsWith("'")) > 0.5;
    boolean isFloat = column.share(value -> value.matches("[0-9]+[.]0+")) > 0.5;
    boolean isMail = column.share(value -> value.matches("[^@ ]+@[^@ ]+")) > 0.9;
    String clean = refs.clean(column);
    drafted.put(
        "customer_id",
        isQuoted
            ? "REGEXP_REPLACE(%s, '^''', '')".formatted(clean)
            : isFloat
                ? "CODE_TEXT(%s)".formatted(refs.of(column))
                : isMail ? "LOWER(%s)".formatted(clean) : refs.of(column),
        column.name(),
        mapping.confidence(Role.CUSTOMER),
        "one in each row; it must be what the files of sales call a customer");
  }

  private void addText(String canonical) {
    Role role = TEXTS.get(canonical);
    mapping.of(role).ifPresent(column -> drafted.put(canonical, refs.of(column), role));
  }

  private void addNumber(String canonical, Role role) {
    mapping
        .of(role)
        .ifPresent(
            column -> {
              if (traits.isNumber(column)) {
                drafted.put(canonical, number(column), role);
              } else {
                notUsed(column, "it holds no numbers");
              }
            });
  }

  private void addBirthYear() {
    Optional<Column> birth = mapping.of(Role.BIRTH_YEAR);
    Optional<DateReading> dates = birth.flatMap(traits::dates);
    if (dates.isEmpty()) {
      addNumber("birth_year", Role.BIRTH_YEAR);
      return;
    }
    if (dates.get().patterns().stream().noneMatch(pattern -> pattern.contains("yyyy"))) {
      notUsed(birth.orElseThrow(), "two digits of a year do not say its century");
      return;
    }
    drafted.put(
        "birth_year",
        "SUBSTRING(%s, 1, 4)".formatted(time(birth.orElseThrow(), dates.get())),
        Role.BIRTH_YEAR);
  }

  private void addIncome() {
    Optional<Column> income = mapping.of(Role.INCOME);
    boolean isInThousands =
        income.filter(column -> THOUSANDS.matcher(column.name()).find()).isPresent();
    if (isInThousands && traits.isNumber(income.get())) {
      drafted.put(
          "income",
          "NUMBER_TEXT(%s || 'e3')".formatted(refs.clean(income.get())),
          income.get().name() + " times 1000",
          Confidence.MEDIUM,
          "its name speaks of thousands");
      return;
    }
    addNumber("income", Role.INCOME);
  }

  private void addEnrolled() {
    mapping
        .of(Role.ENROLLED)
        .ifPresent(
            column ->
                traits
                    .dates(column)
                    .ifPresentOrElse(
                        reading -> drafted.put("enrolled_on", time(column, reading), Role.ENROLLED),
                        () -> notUsed(column, "it holds no dates")));
  }

  /** Other columns of numbers, which say no address. */
  private void addAttributes() {
    List<Column> others =
        columns.stream()
            .filter(column -> !mapping.isTaken(column) && traits.isNumber(column))
            .filter(column -> !traits.vocabulary().mentionsEnd("personal", column.name()))
            .filter(column -> !traits.isNamed(Role.CUSTOMER, column))
            .limit(MOST_ATTRIBUTES)
            .toList();
    if (others.isEmpty()) {
      return;
    }
    drafted.put(
        "attributes",
        others.stream()
            .map(column -> "%s VALUE %s".formatted(Refs.literal(key(column)), number(column)))
            .collect(
                Collectors.joining(",\n    ", "JSON_OBJECT(\n    ", "\n    ABSENT ON NULL\n  )")),
        "%s other columns of numbers".formatted(others.size()),
        Confidence.LOW,
        "leave out those that say nothing of customers");
  }

  private static String key(Column column) {
    String key = Vocabulary.normal(column.name()).replace(' ', '_');
    return key.isEmpty() ? "column_" + (column.place() + 1) : key;
  }

  private String number(Column column) {
    return traits.mark(column).character() == ','
        ? "NUMBER_TEXT(%s, ',')".formatted(refs.of(column))
        : "NUMBER_TEXT(%s)".formatted(refs.of(column));
  }

  private String time(Column column, DateReading reading) {
    return "TIMESTAMP_TEXT(%s, %s)"
        .formatted(
            refs.of(column),
            reading.patterns().stream().map(Refs::literal).collect(Collectors.joining(", ")));
  }

  private void notUsed(Column column, String why) {
    drafted.found(new Finding("not used", column.name(), Confidence.MEDIUM, why));
  }
}
