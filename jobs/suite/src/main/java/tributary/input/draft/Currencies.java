package tributary.input.draft;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the currency of columns of money by a sign or a code in their names or values. */
final class Currencies {
  private static final Pattern CODES =
      Pattern.compile(
          "\\b(EUR|GBP|USD|CHF|PLN|SEK|DKK|NOK|CZK|HUF|RON|AUD|CAD|JPY|INR|BRL|MXN)\\b");
  private static final Map<String, String> SIGNS =
      Map.of("\u20AC", "EUR", "\u00A3", "GBP", "z\u0142", "PLN", "\u20B9", "INR", "R$", "BRL");

  private Currencies() {}

  /** The only one that is named. */
  static Optional<String> of(List<Column> columns) {
    TreeSet<String> found = new TreeSet<>();
    columns.stream()
        .flatMap(
            column -> Stream.concat(Stream.of(column.name()), column.counts().keySet().stream()))
        .forEach(
            text -> {
              Matcher matcher = CODES.matcher(text);
              if (matcher.find()) {
                found.add(matcher.group());
              }
              SIGNS.forEach(
                  (sign, code) -> {
                    if (text.contains(sign)) {
                      found.add(code);
                    }
                  });
            });
    return found.size() == 1 ? Optional.of(found.first()) : Optional.empty();
  }
}
