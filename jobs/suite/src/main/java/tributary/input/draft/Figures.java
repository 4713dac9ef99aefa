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
    mapping.leftOut().forEach(drafted::found);
    if (mapping.has(Role.AMOUNT)) {
      Column column = mapping.of(Role.AMOUNT).orElseThrow();
      drafted.put("amount", number(column), Role.AMOUNT);
      return number(column);
    }
    if (!mapping.has(Role.DISCOUNT) || !mapping.has(Role.PRICE) || !mapping.has(Role.QUANTITY)) {
      return "";
    }
    Column discount = mapping.of(Role.DISCOUNT).orElseThrow();
    if (isOfOrders(discount)) {
      drafted.found(
          new Finding(
              "not used",
              discount.name(),
              Confidence.LOW,
              "it stands in one line of an order: it may be of the whole order"));
      return "";
    }
    return lessDiscount(discount);
  }

  /** Money is multiplied as delivered; lines without a discount are quantity x price. */
  private String lessDiscount(Column discount) {
    Discounts reading = Discounts.of(discount, mapping, traits);
    drafted.found(
        new Finding(
            "amount",
            "quantity x price less " + discount.name(),
            reading == Discounts.MONEY ? Confidence.MEDIUM : Confidence.LOW,
            "no column has amounts of lines; the discounts are taken for " + reading.words()));
    String off = "ABS(%s)".formatted(decimal(Role.DISCOUNT));
    String rest =
        switch (reading) {
          case MONEY -> "- " + off;
          case PERCENT -> "* (1 - %s / 100)".formatted(off);
          case SHARE -> "* (1 - %s)".formatted(off);
        };
    return """
        WHEN %s IS NOT NULL THEN COALESCE(
              CAST(
                %s
                * %s
                %s
                AS STRING
              ),
              %s
            )"""
        .formatted(
            refs.clean(discount),
            decimal(Role.QUANTITY),
            decimal(Role.PRICE),
            rest,
            refs.of(discount));
  }

  /** Whether not every line has one, and of several lines of an order one at most. */
  private boolean isOfOrders(Column discount) {
    return discount.filledShare() < NEARLY_ALL
        && mapping
            .of(Role.TRANSACTION)
            .map(
                transaction ->
                    Groups.by(transaction)
                            .share(
                                rows ->
                                    rows.stream()
                                            .filter(row -> !discount.value(row).isEmpty())
                                            .count()
                                        <= 1)
                        > NEARLY_ALL)
            .orElse(true);
  }

  private String decimal(Role role) {
    return "TRY_CAST(%s AS DECIMAL(18, 6))".formatted(number(mapping.of(role).orElseThrow()));
  }

  private String number(Column column) {
    return traits.mark(column).character() == ','
        ? "NUMBER_TEXT(%s, ',')".formatted(refs.of(column))
        : "NUMBER_TEXT(%s)".formatted(refs.of(column));
  }
}
