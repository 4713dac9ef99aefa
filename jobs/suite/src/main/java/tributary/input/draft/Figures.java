package tributary.input.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Drafts quantity, price and amount. */
final class Figures {
  private static final double NEARLY_ALL = 0.98;

  private final Mapping mapping;
  private final Traits traits;
  private final Refs refs;
  private final Drafted drafted;

  Figures(Mapping mapping, Traits traits, Refs refs, Drafted drafted) {
    this.mapping = mapping;
    this.traits = traits;
    this.refs = refs;
    this.drafted = drafted;
  }

  /**
   * @param worthless conditions of lines that count 0
   */
  void add(List<String> worthless) {
    Optional<Column> quantity = mapping.of(Role.QUANTITY);
    if (quantity.isEmpty()) {
      drafted.put(
          "quantity",
          "'1'",
          "'1'",
          Confidence.LOW,
          "no column has quantities: each line is of one");
    } else {
      boolean isOpen = quantity.get().filledShare() < NEARLY_ALL && mapping.has(Role.AMOUNT);
      drafted.put(
          "quantity",
          isOpen ? "COALESCE(%s, '1')".formatted(number(quantity.get())) : number(quantity.get()),
          Role.QUANTITY);
    }
    mapping
        .of(Role.PRICE)
        .ifPresent(column -> drafted.put("unit_price", number(column), Role.PRICE));
    String amount = amount();
    List<String> whens = new ArrayList<>();
    worthless.forEach(condition -> whens.add("WHEN %s THEN '0'".formatted(condition)));
    if (amount.startsWith("WHEN")) {
      whens.add(amount);
      amount = "";
    }
    if (!whens.isEmpty()) {
      drafted.put("amount", Refs.cases(whens, amount));
    } else if (!amount.isEmpty()) {
      drafted.put("amount", amount);
    }
  }

  /** An expression, or a case of one; empty for none. */
  private String amount() {
    if (mapping.has(Role.AMOUNT)) {
      Column column = mapping.of(Role.AMOUNT).orElseThrow();
      drafted.put("amount", number(column), Role.AMOUNT);
      return number(column);
    }
    if (!mapping.has(Role.DISCOUNT) || !mapping.has(Role.PRICE) || !mapping.has(Role.QUANTITY)) {
      return "";
    }
    Column discount = mapping.of(Role.DISCOUNT).orElseThrow();
    if (discount.filledShare() < NEARLY_ALL) {
      drafted.found(
          new Finding(
              "not used",
              discount.name(),
              Confidence.MEDIUM,
              "not every line has one: it may be of a whole order"));
      return "";
    }
    drafted.found(
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
}
