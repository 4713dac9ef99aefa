package tributary.input.draft;

import java.util.List;
import java.util.stream.Collectors;

/** Writes the numbers of columns, and what discounts leave of them. */
final class NumberTexts {
  private final Mapping mapping;
  private final Traits traits;
  private final Refs refs;

  NumberTexts(Mapping mapping, Traits traits, Refs refs) {
    this.mapping = mapping;
    this.traits = traits;
    this.refs = refs;
  }

  String number(Column column) {
    return traits.mark(column).character() == ','
        ? "NUMBER_TEXT(%s, ',')".formatted(refs.of(column))
        : "NUMBER_TEXT(%s)".formatted(refs.of(column));
  }

  private String number(Role role) {
    return number(mapping.of(role).orElseThrow());
  }

  private String decimal(Role role) {
    return "TRY_CAST(%s AS DECIMAL(18, 6))".formatted(number(role));
  }

  /**
   * A case of lines that have a discount. What of the factors or of the discount is no number is
   * shown, so that the line is a reject; a factor that is missing makes nothing.
   *
   * @param factors of what a line is worth
   * @param only what else is true of the lines, or empty
   */
  String lessDiscount(List<Role> factors, Discounts reading, String only) {
    Column discount = mapping.of(Role.DISCOUNT).orElseThrow();
    String worth = factors.stream().map(this::decimal).collect(Collectors.joining("\n        * "));
    String wrong =
        factors.stream()
            .map(
                role -> "WHEN %s IS NULL\n          THEN %s".formatted(decimal(role), number(role)))
            .collect(Collectors.joining("\n        "));
    return """
        WHEN %s%s IS NOT NULL THEN COALESCE(
              CAST(
                %s
                %s
                AS STRING
              ),
              CASE
                %s
                ELSE %s
              END
            )"""
        .formatted(
            only, refs.clean(discount), worth, rest(worth, reading), wrong, refs.of(discount));
  }

  /** Money is taken off sales and off what came back alike. */
  private String rest(String worth, Discounts reading) {
    String off = "ABS(%s)".formatted(decimal(Role.DISCOUNT));
    return switch (reading) {
      case MONEY -> "- SIGN(%s)\n        * %s".formatted(worth, off);
      case PERCENT -> "* (1 - %s / 100)".formatted(off);
      case SHARE -> "* (1 - %s)".formatted(off);
    };
  }
}
