package tributary.input.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Drafts quantity, price and amount. */
final class Figures {
  private static final double NEARLY_ALL = 0.98;
  private static final List<Role> OF_WORTH = List.of(Role.QUANTITY, Role.PRICE);

  private static final String TAKEN_BACK =
      "what came back of orders in part; take it off the amount if it is of the line";

  private final List<Column> columns;
  private final Mapping mapping;
  private final Traits traits;
  private final Refs refs;
  private final Drafted drafted;
  private final Charges charges;
  private final NumberTexts texts;

  Figures(List<Column> columns, Mapping mapping, Traits traits, Refs refs, Drafted drafted) {
    this.columns = columns;
    this.mapping = mapping;
    this.traits = traits;
    this.refs = refs;
    this.drafted = drafted;
    this.charges = new Charges(columns, traits);
    this.texts = new NumberTexts(mapping, traits, refs);
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
          isOpen
              ? "COALESCE(%s, '1')".formatted(texts.number(quantity.get()))
              : texts.number(quantity.get()),
          Role.QUANTITY);
    }
    mapping
        .of(Role.PRICE)
        .ifPresent(column -> drafted.put("unit_price", texts.number(column), Role.PRICE));
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
    columns.stream().filter(this::isOfRefunds).forEach(column -> notUsed(column, TAKEN_BACK));
    if (mapping.has(Role.AMOUNT)) {
      Column column = mapping.of(Role.AMOUNT).orElseThrow();
      drafted.put("amount", texts.number(column), Role.AMOUNT);
      return mapping
          .of(Role.DISCOUNT)
          .filter(discount -> !traits.isZero(discount))
          .map(discount -> afterDiscount(column, discount))
          .orElse(texts.number(column));
    }
    if (!mapping.has(Role.DISCOUNT) || !mapping.has(Role.PRICE) || !mapping.has(Role.QUANTITY)) {
      return "";
    }
    Column discount = mapping.of(Role.DISCOUNT).orElseThrow();
    if (charges.isPriceAfterDiscount(mapping, discount)) {
      notUsed(discount, "prices are after it: it is what they are less than another column");
      return "";
    }
    if (isOfOrders(discount)) {
      notUsed(discount, "it stands in one line of an order: it may be of the whole order");
      return "";
    }
    return lessDiscount(discount);
  }

  /** An amount is left as it is unless the file's own figures say that it is before discounts. */
  private String afterDiscount(Column amount, Column discount) {
    boolean isBefore = charges.isBeforeDiscount(mapping, amount, discount);
    if (!isBefore || isOfOrders(discount)) {
      if (isBefore || !mapping.has(Role.PRICE)) {
        notUsed(
            discount,
            isBefore
                ? "it may be of the whole order, and the amount is before it"
                : "nothing tells whether the amount is before it");
      }
      return texts.number(amount);
    }
    Discounts reading = Discounts.of(discount, mapping, traits, columns);
    drafted.found(
        new Finding(
            "amount",
            "less " + discount.name(),
            Confidence.MEDIUM,
            "the amount is before discounts, which are taken for " + reading.words()));
    String less = texts.lessDiscount(List.of(Role.AMOUNT), reading, "");
    // Without an amount, quantity x price is taken: after the discount too.
    boolean isComputed = OF_WORTH.stream().allMatch(mapping::has);
    String computed =
        isComputed
            ? texts.lessDiscount(OF_WORTH, reading, refs.clean(amount) + " IS NULL\n      AND ")
                + "\n    "
            : "";
    return computed + less + "\n    ELSE " + texts.number(amount);
  }

  private boolean isOfRefunds(Column column) {
    return traits.isNumber(column)
        && !mapping.isTaken(column)
        && !traits.isZero(column)
        && traits.vocabulary().mentions("refunded", column.name());
  }

  private void notUsed(Column column, String why) {
    drafted.found(new Finding("not used", column.name(), Confidence.LOW, why));
  }

  /** Money is multiplied as delivered; lines without a discount are quantity x price. */
  private String lessDiscount(Column discount) {
    Discounts reading = Discounts.of(discount, mapping, traits, columns);
    drafted.found(
        new Finding(
            "amount",
            "quantity x price less " + discount.name(),
            reading == Discounts.MONEY ? Confidence.MEDIUM : Confidence.LOW,
            "no column has amounts of lines; the discounts are taken for " + reading.words()));
    return texts.lessDiscount(OF_WORTH, reading, "");
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
}
