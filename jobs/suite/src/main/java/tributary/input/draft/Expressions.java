package tributary.input.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the draft's mapping makes of columns: for each canonical column an expression, and why. */
final class Expressions {
  private static final double NEARLY_ALL = 0.98;

  private final Mapping mapping;
  private final Traits traits;
  private final Refs refs;
  private final SaleTime time;
  private final Drafted drafted;

  /**
   * @param subtotals rows that count nothing
   */
  Expressions(
      List<Column> columns, Mapping mapping, Traits traits, Refs refs, Subtotals subtotals) {
    this.mapping = mapping;
    this.traits = traits;
    this.refs = refs;
    this.time = new SaleTime(mapping, traits, refs);
    this.drafted = new Drafted(mapping);
    Kinds kinds = new Kinds(mapping, traits, refs);
    addTransaction();
    addProduct();
    addText("product_name", Role.NAME);
    addText("category", Role.CATEGORY);
    addText("subcategory", Role.SUBCATEGORY);
    addText("customer_id", Role.CUSTOMER);
    List<String> worthless = new ArrayList<>(subtotals.conditions());
    worthless.addAll(kinds.worthless());
    new Figures(columns, mapping, traits, refs, drafted).add(worthless);
    subtotals.finding().ifPresent(drafted::found);
    addCurrency();
    addTime();
    addText("country", Role.COUNTRY);
    addText("store", Role.STORE);
    if (!kinds.whens().isEmpty()) {
      drafted.put("declared_kind", Refs.cases(kinds.whens(), ""));
    }
    kinds.findings().forEach(drafted::found);
  }

  Drafted drafted() {
    return drafted;
  }

  private void addText(String canonical, Role role) {
    mapping.of(role).ifPresent(column -> drafted.put(canonical, code(column), role));
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
    Optional<Column> besides = new Unnumbered(mapping, traits).type();
    if (made.parts().isEmpty() && besides.isPresent()) {
      drafted.put(
          "transaction_id",
          "COALESCE(\n    %s,\n    %s || ' ' || %s\n  )"
              .formatted(refs.clean(number.get()), refs.clean(besides.get()), part(Role.DATE)),
          "%s, else %s and day".formatted(name, besides.get().name()),
          sure.and(Confidence.MEDIUM),
          mapping.evidence(Role.TRANSACTION) + "; lines beside orders have none");
      return;
    }
    if (made.parts().isEmpty()) {
      drafted.put(
          "transaction_id",
          code(number.get()),
          name,
          sure,
          mapping.evidence(Role.TRANSACTION) + "; " + made.evidence());
      return;
    }
    List<String> parts = new ArrayList<>(made.parts().stream().map(this::part).toList());
    parts.add(refs.clean(number.get()));
    drafted.put(
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
    parts.add(hasCustomer ? part(Role.DATE) : time.expression());
    drafted.put(
        "transaction_id",
        joined(parts),
        hasCustomer ? "customer and day" : "the time",
        Confidence.LOW,
        "no column has numbers of receipts or orders");
  }

  private String part(Role role) {
    return role == Role.DATE
        ? "SUBSTRING(%s, 1, 10)".formatted(time.expression())
        : "COALESCE(%s, '-')".formatted(refs.clean(mapping.of(role).orElseThrow()));
  }

  private static String joined(List<String> parts) {
    return String.join("\n    || ' ' || ", parts);
  }

  private void addProduct() {
    Optional<Column> product = mapping.of(Role.PRODUCT);
    Optional<Column> name = mapping.of(Role.NAME);
    if (product.isEmpty() && name.isEmpty()) {
      drafted.put(
          "product_id",
          "'any'",
          "'any'",
          Confidence.LOW,
          "no column names products: all lines are of one");
      return;
    }
    if (product.isEmpty()) {
      drafted.put(
          "product_id",
          refs.of(name.get()),
          name.get().name(),
          Confidence.MEDIUM,
          "the name: no column has codes");
      return;
    }
    Column column = product.get();
    Optional<Column> otherwise =
        name.or(
            () ->
                mapping.types().stream()
                    .filter(type -> type.distinct() > 1)
                    .reduce((first, second) -> second));
    if (column.filledShare() < 1 && otherwise.isPresent()) {
      drafted.put(
          "product_id",
          "COALESCE(%s, %s)".formatted(refs.clean(column), refs.clean(otherwise.get())),
          "%s, else %s".formatted(column.name(), otherwise.get().name()),
          mapping.confidence(Role.PRODUCT).and(Confidence.MEDIUM),
          mapping.evidence(Role.PRODUCT)
              + String.format(
                  Locale.ROOT, "; %.1f %% have none", 100 - column.filledShare() * 100));
      return;
    }
    boolean differsInCase =
        column.counts().keySet().stream()
                .map(value -> value.toUpperCase(Locale.ROOT))
                .distinct()
                .count()
            < column.distinct();
    drafted.put(
        "product_id",
        differsInCase ? "UPPER(%s)".formatted(refs.of(column)) : code(column),
        Role.PRODUCT);
  }

  private void addCurrency() {
    Optional<Column> only =
        mapping
            .of(Role.CURRENCY)
            .filter(column -> column.distinct() == 1 && column.filledShare() < NEARLY_ALL);
    if (only.isPresent() && !refs.spread().containsKey(only.get())) {
      String code = only.get().counts().keySet().iterator().next();
      drafted.put(
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
                drafted.put(
                    "currency",
                    Refs.literal(found),
                    found,
                    Confidence.MEDIUM,
                    "by a sign or a code beside amounts"));
  }

  private void addTime() {
    Column date = mapping.of(Role.DATE).orElseThrow();
    DateReading reading = traits.dates(date).orElseThrow();
    drafted.put(
        "sold_at",
        time.expression(),
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
}
