package tributary.input.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the draft's mapping makes of columns: for each canonical column an expression, and why. */
final class Expressions {
  private static final double NEARLY_ALL = 0.98;

  private final Mapping mapping;
  private final Traits traits;
  private final Refs refs;
  private final Map<String, String> expressions = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  Expressions(Mapping mapping, Traits traits, Refs refs) {
    this.mapping = mapping;
    this.traits = traits;
    this.refs = refs;
    Kinds kinds = new Kinds(mapping, traits, refs);
    addTransaction();
    addProduct();
    addText("product_name", Role.NAME);
    addText("category", Role.CATEGORY);
    addText("subcategory", Role.SUBCATEGORY);
    addText("customer_id", Role.CUSTOMER);
    addNumbers(kinds.worthless());
    addCurrency();
    addTime();
    addText("country", Role.COUNTRY);
    addText("store", Role.STORE);
    if (!kinds.whens().isEmpty()) {
      expressions.put("declared_kind", cases(kinds.whens(), ""));
    }
    findings.addAll(kinds.findings());
  }

  /** By canonical column, in the order of a profile. */
  Map<String, String> all() {
    return expressions;
  }

  List<Finding> findings() {
    return findings;
  }

  private void put(
      String canonical, String expression, String answer, Confidence sure, String why) {
    expressions.put(canonical, expression);
    findings.add(new Finding(canonical, answer, sure, why));
  }

  private void put(String canonical, String expression, Role role) {
    put(
        canonical,
        expression,
        mapping.of(role).orElseThrow().name(),
        mapping.confidence(role),
        mapping.evidence(role));
  }

  private void addText(String canonical, Role role) {
    mapping.of(role).ifPresent(column -> put(canonical, code(column), role));
  }

  /** A code as it is, without what programs made of it: {@code 17850.0}, or other cases. */
  private String code(Column column) {
    boolean isFloat = column.share(value -> value.matches("[0-9]+[.]0+")) > 0.5;
    boolean isMail = column.share(value -> value.matches("[^@ ]+@[^@ ]+")) > 0.9;
    return isFloat
        ? "CODE_TEXT(%s)".formatted(refs.of(column))
        : isMail ? "LOWER(%s)".formatted(refs.clean(column)) : refs.of(column);
  }

  private void addTransaction() {
    Optional<Column> number = mapping.of(Role.TRANSACTION);
    if (number.isEmpty()) {
      addTransactionOfCustomer();
      return;
    }
    Receipts.Made made = new Receipts(mapping, traits).find();
    Confidence sure = mapping.confidence(Role.TRANSACTION).and(made.confidence());
    String name = number.get().name();
    if (made.parts().isEmpty()) {
      put(
          "transaction_id",
          code(number.get()),
          name,
          sure,
          mapping.evidence(Role.TRANSACTION) + "; " + made.evidence());
      return;
    }
    List<String> parts = new ArrayList<>(made.parts().stream().map(this::part).toList());
    parts.add(refs.clean(number.get()));
    put(
        "transaction_id",
        joined(parts),
        "%s with %s".formatted(name, Receipts.words(made.parts())),
        sure,
        made.evidence());
  }

  private void addTransactionOfCustomer() {
    List<String> parts = new ArrayList<>();
    mapping.of(Role.STORE).ifPresent(column -> parts.add(part(Role.STORE)));
    mapping
        .of(Role.CUSTOMER)
        .ifPresent(column -> parts.add("COALESCE(%s, 'cash')".formatted(refs.clean(column))));
    boolean hasCustomer = mapping.has(Role.CUSTOMER);
    parts.add(hasCustomer ? part(Role.DATE) : time());
    put(
        "transaction_id",
        joined(parts),
        hasCustomer ? "customer and day" : "the time",
        Confidence.LOW,
        "no column has numbers of receipts or orders");
  }

  private String part(Role role) {
    return role == Role.DATE
        ? "SUBSTRING(%s, 1, 10)".formatted(time())
        : "COALESCE(%s, '-')".formatted(refs.clean(mapping.of(role).orElseThrow()));
  }

  private static String joined(List<String> parts) {
    return String.join("\n    || ' ' || ", parts);
  }

  private void addProduct() {
    Optional<Column> product = mapping.of(Role.PRODUCT);
    Optional<Column> name = mapping.of(Role.NAME);
    if (product.isEmpty() && name.isEmpty()) {
      put(
          "product_id",
          "'any'",
          "'any'",
          Confidence.LOW,
          "no column names products: all lines are of one");
      return;
    }
    if (product.isEmpty()) {
      put(
          "product_id",
          refs.of(name.get()),
          name.get().name(),
          Confidence.MEDIUM,
          "the name: no column has codes");
      return;
    }
    Column column = product.get();
    Optional<Column> otherwise =
        name.or(() -> mapping.types().stream().reduce((first, second) -> second));
    if (column.filledShare() < 1 && otherwise.isPresent()) {
      put(
          "product_id",
          "COALESCE(%s, %s)".formatted(refs.clean(column), refs.clean(otherwise.get())),
          "%s, else %s".formatted(column.name(), otherwise.get().name()),
          mapping.confidence(Role.PRODUCT).and(Confidence.MEDIUM),
          mapping.evidence(Role.PRODUCT)
              + "; %.1f %% have none".formatted(100 - column.filledShare() * 100));
      return;
    }
    boolean differsInCase =
        column.counts().keySet().stream().map(String::toUpperCase).distinct().count()
            < column.distinct();
    put(
        "product_id",
        differsInCase ? "UPPER(%s)".formatted(refs.of(column)) : code(column),
        Role.PRODUCT);
  }

  private void addNumbers(List<String> worthless) {
    Optional<Column> quantity = mapping.of(Role.QUANTITY);
    if (quantity.isEmpty()) {
      put(
          "quantity",
          "'1'",
          "'1'",
          Confidence.LOW,
          "no column has quantities: each line is of one");
    } else {
      boolean isOpen = quantity.get().filledShare() < NEARLY_ALL && mapping.has(Role.AMOUNT);
      put(
          "quantity",
          isOpen ? "COALESCE(%s, '1')".formatted(number(quantity.get())) : number(quantity.get()),
          Role.QUANTITY);
    }
    mapping.of(Role.PRICE).ifPresent(column -> put("unit_price", number(column), Role.PRICE));
    String amount = amount();
    List<String> whens = new ArrayList<>();
    worthless.forEach(condition -> whens.add("WHEN %s THEN '0'".formatted(condition)));
    if (amount.startsWith("WHEN")) {
      whens.add(amount);
      amount = "";
    }
    if (!whens.isEmpty()) {
      expressions.put("amount", cases(whens, amount));
    } else if (!amount.isEmpty()) {
      expressions.put("amount", amount);
    }
  }

  /** An expression, or a case of one; empty for none. */
  private String amount() {
    if (mapping.has(Role.AMOUNT)) {
      Column column = mapping.of(Role.AMOUNT).orElseThrow();
      put("amount", number(column), Role.AMOUNT);
      return number(column);
    }
    if (!mapping.has(Role.DISCOUNT) || !mapping.has(Role.PRICE) || !mapping.has(Role.QUANTITY)) {
      return "";
    }
    Column discount = mapping.of(Role.DISCOUNT).orElseThrow();
    if (discount.filledShare() < NEARLY_ALL) {
      findings.add(
          new Finding(
              "not used",
              discount.name(),
              Confidence.MEDIUM,
              "not every line has one: it may be of a whole order"));
      return "";
    }
    findings.add(
        new Finding(
            "amount",
            "quantity x price - " + discount.name(),
            Confidence.MEDIUM,
            "no column has amounts of lines"));
    return """
        WHEN %s IS NOT NULL THEN COALESCE(
              CAST(
                %s
                * %s
                - ABS(%s)
                AS STRING
              ),
              %s
            )"""
        .formatted(
            refs.clean(discount),
            decimal(Role.QUANTITY, 3),
            decimal(Role.PRICE, 4),
            decimal(Role.DISCOUNT, 4),
            refs.of(discount));
  }

  private String decimal(Role role, int scale) {
    return "TRY_CAST(%s AS DECIMAL(18, %d))"
        .formatted(number(mapping.of(role).orElseThrow()), scale);
  }

  private String number(Column column) {
    return traits.mark(column).character() == ','
        ? "NUMBER_TEXT(%s, ',')".formatted(refs.of(column))
        : "NUMBER_TEXT(%s)".formatted(refs.of(column));
  }

  private void addCurrency() {
    Optional<Column> only =
        mapping
            .of(Role.CURRENCY)
            .filter(column -> column.distinct() == 1 && column.filledShare() < NEARLY_ALL);
    if (only.isPresent() && !refs.spread().containsKey(only.get())) {
      String code = only.get().counts().keySet().iterator().next();
      put(
          "currency",
          Refs.literal(code),
          code,
          Confidence.MEDIUM,
          "the only value of " + only.get().name());
      return;
    }
    if (mapping.has(Role.CURRENCY)) {
      addText("currency", Role.CURRENCY);
      return;
    }
    List<Column> money =
        List.of(Role.AMOUNT, Role.PRICE).stream()
            .flatMap(role -> mapping.of(role).stream())
            .toList();
    Currencies.of(money)
        .ifPresent(
            found ->
                put(
                    "currency",
                    Refs.literal(found),
                    found,
                    Confidence.MEDIUM,
                    "by a sign or a code beside amounts"));
  }

  private void addTime() {
    Column date = mapping.of(Role.DATE).orElseThrow();
    DateReading reading = traits.dates(date).orElseThrow();
    put(
        "sold_at",
        time(),
        mapping
            .of(Role.TIME)
            .map(column -> date.name() + " and " + column.name())
            .orElse(date.name()),
        mapping.confidence(Role.DATE).and(reading.confidence()),
        "%s; %s; %s"
            .formatted(
                String.join(" or ", reading.patterns()),
                mapping.evidence(Role.DATE),
                reading.evidence()));
  }

  private String time() {
    Column date = mapping.of(Role.DATE).orElseThrow();
    List<String> patterns = traits.dates(date).orElseThrow().patterns();
    if (!mapping.has(Role.TIME)) {
      return call(refs.of(date), patterns);
    }
    Column time = mapping.of(Role.TIME).orElseThrow();
    String pattern = traits.timeOfDay(time).orElseThrow();
    boolean hasMidnight = traits.dates(date).orElseThrow().hasTimeOfDay();
    String day = refs.clean(date);
    if (hasMidnight) {
      day = "REGEXP_EXTRACT(%s, '^(.*?)[ T][0-9]', 1)".formatted(day);
      patterns =
          patterns.stream().map(each -> each.replaceFirst("( |'T')[Hh].*", "")).distinct().toList();
    }
    return call(
        "%s || ' ' || %s".formatted(day, refs.clean(time)),
        patterns.stream().map(each -> each + " " + pattern).toList());
  }

  private static String call(String text, List<String> patterns) {
    return "TIMESTAMP_TEXT(%s, %s)"
        .formatted(text, patterns.stream().map(Refs::literal).collect(Collectors.joining(", ")));
  }

  private static String cases(List<String> whens, String otherwise) {
    return "CASE\n    %s%s\n  END"
        .formatted(
            String.join("\n    ", whens), otherwise.isEmpty() ? "" : "\n    ELSE " + otherwise);
  }
}
