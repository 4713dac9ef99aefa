package tributary.input;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tributary.config.UserError;

/** The columns by which a sale is recognised when it is delivered again. */
final class Identity {
  /** What identifies a sale unless its profile says otherwise. */
  static final List<String> USUAL = List.of("store", "transaction_id", "product_id");

  /** A line that differs in one of these is another sale, whatever the profile says. */
  private static final Set<String> ALWAYS =
      Set.of("sold_at", "quantity", "unit_price", "amount", "currency");

  private Identity() {}

  /**
   * Reads the option {@code identity}: canonical columns, separated by commas.
   *
   * @param names null where the profile says nothing
   * @return those that do not always belong, in an order of their own
   * @throws UserError naming what is none of them
   */
  static List<String> parse(String names) {
    if (names == null) {
      return USUAL;
    }
    List<String> known = Content.TRANSACTIONS.columns();
    Set<String> chosen =
        Arrays.stream(names.split(",", -1)).map(String::trim).collect(Collectors.toSet());
    for (String name : chosen) {
      if (!known.contains(name)) {
        throw new UserError(
            "option 'identity' names '%s', expected some of %s"
                .formatted(name, String.join(", ", known)));
      }
    }
    List<String> identity =
        known.stream()
            .filter(name -> chosen.contains(name) && !ALWAYS.contains(name))
            .sorted()
            .toList();
    if (identity.isEmpty()) {
      throw new UserError(
          "option 'identity' is '%s', which tells no two sales of one time apart; expected such as %s"
              .formatted(names, String.join(", ", USUAL)));
    }
    return identity;
  }
}
